// The rooms of src/, lowest first. A room may import from itself and from the rooms before it, never from those after.
export const rooms = [
  'chance',
  'episode',
  'world',
  'acts',
  'choice',
  'run',
  'rivals',
  'fit',
  'questions',
  'ensemble',
  'reading',
  'report',
  'studio',
  'cli',
];

const engine = ['chance', 'world', 'acts', 'choice', 'run'];
const test = '[.]test[.]ts$|^src/[^/]+/testing/';
const node = '^src/(cli|ensemble/node|studio/server)/';
const anyOf = (names) => `^src/(${names.join('|')})/`;

const direction = rooms.slice(0, -1).map((room, k) => ({
  name: `room-${room}`,
  comment: `${room} may import only from: ${[...rooms.slice(0, k + 1)].join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: test },
  to: { path: anyOf(rooms.slice(k + 1)) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...direction,
    {
      name: 'known-rooms',
      comment: 'A new room must be put into the order in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: anyOf(rooms) },
      to: {},
    },
    {
      name: 'engine-knows-no-file',
      comment:
        'World, acts, choice and run work on arrays. Only world/compile and run/history know the episode.',
      severity: 'error',
      from: { path: '^src/(world/(?!compile/)|acts/|choice/|run/(?!history/))', pathNot: test },
      to: { path: '^src/episode/' },
    },
    {
      name: 'reading-knows-no-engine',
      comment: 'Reading knows the episode and the words of the acts.',
      severity: 'error',
      from: { path: '^src/reading/', pathNot: test },
      to: { path: anyOf(rooms.filter((room) => !['chance', 'episode', 'acts', 'reading'].includes(room))) },
    },
    {
      name: 'no-node',
      comment:
        'Published pages need everything but the command line, the Node executor and the studio server.',
      severity: 'error',
      from: { path: '^src/', pathNot: [node, test] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-way-to-node',
      comment: 'Nor may they reach Node through a file that uses it.',
      severity: 'error',
      from: { path: '^src/', pathNot: [node, test] },
      to: { path: node, pathNot: '^src/cli/texts/' },
    },
    {
      name: 'engine-has-no-packages',
      comment: 'The engine rests on nothing but itself: a package could change its values.',
      severity: 'error',
      from: { path: anyOf(engine), pathNot: test },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'unknown'] },
    },
    {
      name: 'no-dev-package',
      comment:
        'A package used by src/ must be in "dependencies", or it is missing once installed. The page is bundled when it is built.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, '^src/studio/page/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'] },
    },
    {
      name: 'not-to-test',
      comment: 'What is shipped does not import tests or their helpers.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: [test, '^test/'] },
    },
    {
      name: 'front-door-is-for-guests',
      comment: 'Inside src/ import the file you need, not the front of the package.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: '^src/index[.]ts$' },
    },
    {
      name: 'no-cycle',
      comment: 'Files that import each other cannot be understood, tested or loaded one by one.',
      severity: 'error',
      from: { pathNot: test },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-cycle-of-types',
      comment: 'Harmless once compiled, but the shared type usually deserves a file of its own.',
      severity: 'warn',
      from: { pathNot: test },
      to: { circular: true, via: { dependencyTypes: ['type-only'] } },
    },
    {
      name: 'page-asks-its-worker',
      comment:
        'The page leaves the engine to its worker: from lower rooms it takes types, dates and distributions alone.',
      severity: 'error',
      from: { path: '^src/studio/page/', pathNot: test },
      to: {
        path: '^src/(world|acts|choice|run|rivals|fit|questions|ensemble|reading|report|cli)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'resolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json', '.d.ts'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
