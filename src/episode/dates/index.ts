export * from './calendar.ts';
export { type DateTrouble, parseEdtf } from './edtf.ts';
export * from './format.ts';
export * from './resolve.ts';
export * from './written.ts';
