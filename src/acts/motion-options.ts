/** What a motion would do if adopted, by code. */
export const motionOptions = [
  'line',
  'remove',
  'appoint',
  'coopt',
  'expel',
  'readmit',
  'call-congress',
  'instruct',
  'censure',
  'accept-resignation',
  'transfer',
] as const;
export const MotionOption = {
  line: 0,
  remove: 1,
  appoint: 2,
  coopt: 3,
  expel: 4,
  readmit: 5,
  callCongress: 6,
  instruct: 7,
  censure: 8,
  acceptResignation: 9,
  transfer: 10,
} as const;
