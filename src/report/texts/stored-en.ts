/** Words about stored runs and the list before long work, in English. */
export const storedEn = {
  preflight: {
    title: 'Before the work begins',
    what: 'What',
    runs: 'Runs',
    howMany: (missing: string, done: string, twins: boolean) =>
      `${missing} ${twins ? 'pairs of twins' : 'runs'} to do${done === '0' ? '' : `, ${done} done already`}`,
    workers: 'Workers',
    time: 'Time',
    about: (all: string, one: string) => `about ${all} (${one} a run; measured just now on this machine)`,
    room: 'Disk',
    notKept: 'nothing is kept: only the answer is shown',
    roomIn: (size: string, folder: string) => `about ${size} in ${folder}`,
    passed: 'passed',
    notPassed: 'NOT PASSED',
    checks: {
      episode: (warnings: string) =>
        `the episode has no errors${warnings === '0' ? '' : ` (${warnings} warnings; “plenum check” lists them)`}`,
      changes: (n: string) => `the changes name what exists (${n})`,
      sample: (tried: string, failed: string) => `${tried} runs tried, ${failed} failed`,
      forced: (done: string, refused: string) =>
        `of the forced acts ${done} were carried out and ${refused} refused by the rules in the runs tried`,
      memory: (needed: string, free: string) => `memory for the results: ${needed} needed, ${free} free`,
      folder: (good: boolean) => (good ? 'the folder can be written' : 'the folder cannot be written'),
      kept: (good: boolean) =>
        good
          ? 'the folder holds nothing else'
          : 'the folder holds other runs, or these without --resume to go on with them',
      room: (needed: string, free: string) => `room on the disk: ${needed} needed, ${free} free`,
    },
    advice: '--out <folder> would keep the runs, so that nothing is lost if the work is interrupted.',
  },
  runs: {
    title: (folder: string) => `Stored runs in ${folder}`,
    episode: 'Episode',
    question: 'Question',
    none: 'none: plain runs',
    command: 'Command',
    version: 'Written by',
    finished: 'Finished',
    ofAll: (done: string, all: string) => `${done} of ${all} runs`,
    failed: 'Failed',
    missing: 'Missing',
    damaged: 'Damaged',
    nothing: 'none',
    which: (n: string, ranges: string) => `${n} (runs ${ranges})`,
    files: (n: string, size: string) => `${n} files, ${size}`,
    size: 'On disk',
    writing: 'In use',
    writer: (pid: number, host: string) => `process ${pid} on ${host} is writing`,
    failedRuns: 'Failed runs',
    more: (n: string) => `and ${n} more; the exported table of failed runs has them all`,
  },
  export: {
    written: 'Written:',
    rows: (n: string, columns: string) => `${n} rows, ${columns} columns`,
    about: {
      data: 'the runs, one row each',
      failed: 'failed runs: number, seed, day, acts done, message',
      dictionaryJson: 'the data dictionary, for programs',
      dictionaryMd: 'the data dictionary, for reading',
      readme: 'where the runs come from, and how to read them in R and Python',
    },
  },
};
