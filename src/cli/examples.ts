/** Two or more commands that work, for each command: shown by --help, run by a test. The first words are what to type. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  list: ['plenum list', 'plenum list episodes --json'],
  new: ['plenum new my-board', 'plenum new my-board --dir work --from people.csv positions.csv ties.csv'],
  check: ['plenum check november-1917', 'plenum check episodes/soviet-1928 --lang ru'],
  replay: ['plenum replay november-1917', 'plenum replay november-1917 --at 1917-11-04'],
  run: [
    'plenum run november-1917 --runs 100',
    'plenum run november-1917 --only 7 --seed 1',
    'plenum run choir --runs 2000 --out choir-runs',
  ],
  ask: [
    'plenum ask november-1917',
    'plenum ask november-1917 leave-party --runs 100',
    'plenum ask choir no-bill --runs 5000 --preflight',
    'plenum ask choir no-bill --runs 5000 --out no-bill',
    'plenum ask choir no-bill --runs 5000 --out no-bill --resume',
  ],
  answers: [
    'plenum answers choir --runs 200 --particles 32',
    'plenum answers choir --runs 40 --particles 8 --lang ru',
  ],
  runs: ['plenum runs choir-runs', 'plenum runs no-bill --json'],
  export: [
    'plenum export choir-runs --to csv',
    'plenum export no-bill --to parquet --out pairs.parquet',
    'plenum export no-bill --to arrow --out pairs.arrow',
  ],
  why: [
    'plenum why november-1917 --act resign-cc-kamenev',
    'plenum why november-1917 --run 7 --step 12',
    'plenum why choir no-bill --run 2',
  ],
  votes: [
    'plenum votes november-1917',
    'plenum votes soviet-1928 --at 1928-07-04',
    'plenum votes choir --run 5',
  ],
  'hangs-on': [
    'plenum hangs-on choir no-bill --points 8',
    'plenum hangs-on choir --by person --outcome sacred-share --points 8',
  ],
  'until-when': [
    'plenum until-when choir comply --runs 50 --days 4',
    'plenum until-when november-1917 congress --outcome line-moves --runs 20 --days 3',
  ],
  'how-sure': [
    'plenum how-sure choir --until 1985-06-30 --particles 16',
    'plenum how-sure choir --particles 32 --seed 2',
  ],
  studio: ['plenum studio', 'plenum studio episodes november-1917 --open'],
  publish: [
    'plenum publish choir',
    'plenum publish november-1917 --out november --lang ru',
    'plenum publish choir --page choir.plenum-page.json --out article',
  ],
  migrate: ['plenum migrate ./my-board', 'plenum migrate episodes/choir --dry'],
};
