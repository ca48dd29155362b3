import { expect, test } from 'vitest';
import { formatBytes, formatDuration } from './units.ts';

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

test.each([
  [0, '0 bytes', '0 байт'],
  [999, '999 bytes', '999 байт'],
  [1000, '1.0 kB', '1,0 кБ'],
  [12_340, '12 kB', '12 кБ'],
  [999_600, '1.0 MB', '1,0 МБ'],
  [3.456e9, '3.5 GB', '3,5 ГБ'],
])('%d bytes', (bytes, en, ru) => {
  expect([formatBytes(bytes, 'en'), formatBytes(bytes, 'ru')].map(plain)).toEqual([en, ru]);
});

test.each([
  [0.004, '4.0 ms', '4,0 мс'],
  [0.25, '250 ms', '250 мс'],
  [1, '1.0 s', '1,0 с'],
  [42.4, '42 s', '42 с'],
  [90, '2 min', '2 мин'],
  [5399, '90 min', '90 мин'],
  [12_600, '3.5 hours', '3,5 часа'],
  [90_000, '25 hours', '25 часов'],
  [400_000, '4.6 days', '4,6 суток'],
])('%d seconds', (seconds, en, ru) => {
  expect([formatDuration(seconds, 'en'), formatDuration(seconds, 'ru')].map(plain)).toEqual([en, ru]);
});
