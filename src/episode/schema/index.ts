export * from './cast.ts';
export * from './file.ts';
export * from './minds.ts';
export * from './record.ts';
export * from './values.ts';
