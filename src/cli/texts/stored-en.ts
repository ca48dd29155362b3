import { pluralEn } from '../../report/language.ts';

const shown = (n: number): string => n.toLocaleString('en');

/** What the command line says about stored runs, in English. */
export const storedEn = {
  out: 'Keep the runs in this folder: nothing is lost when the work is interrupted',
  resume: 'Go on with what the folder holds: do the missing runs only',
  preflight: 'Only say what would be done, how long it would take and how much room it needs',
  to: 'Form of the file: parquet, csv or arrow',
  file: 'File to write; the dictionary goes beside it (by default into <folder>/export)',
  folder: 'folder of stored runs (the --out of run or ask)',
  rowsNotKept: 'The runs of "hangs-on" are kept in memory only: leave out --out and --resume.',
  resumeWhat: '--resume goes on with the runs of a folder: say which with --out <folder>.',
  onlyNotKept: '--only tells a single run and keeps nothing; leave out --out, --resume and --preflight.',
  exists: (folder: string, done: number, total: number) =>
    done === total
      ? `"${folder}" holds these ${shown(total)} runs already, all finished. Add --resume to answer from them, or choose another folder.`
      : `"${folder}" holds ${shown(done)} of these ${shown(total)} runs already. Add --resume to do the rest, or choose another folder.`,
  otherPlan: (folder: string, done: number) =>
    `"${folder}" holds ${shown(done)} ${pluralEn(done, 'run')} of something else; runs of two kinds are never mixed. What differs:`,
  differs: (what: string, stored: string, wanted: string) =>
    `  ${what}: ${stored} in the folder, ${wanted} asked for`,
  otherPlanNext: (command: string, folder: string) =>
    `Choose another folder with --out. The runs in this one came from: ${command} --out ${folder}`,
  fields: {
    format: 'format of the folder',
    plenum: 'version of plenum',
    episode: 'episode',
    hash: 'hash of the episode’s files',
    question: 'question',
    seed: 'seed',
    first: 'first run',
    runs: 'number of runs',
    interventions: 'changes',
    parameters: 'parameters of the model',
  } as Readonly<Record<string, string>>,
  notAStore: (folder: string) =>
    `"${folder}" holds no stored runs: there is no manifest.json in it. "plenum run <episode> --out <folder>" makes such a folder.`,
  notEmpty: (folder: string) =>
    `"${folder}" has other files in it. Runs go into a folder of their own: choose one that is new or empty.`,
  newerFormat: (folder: string, format: number) =>
    `"${folder}" was written by a newer version of plenum (format ${format}). Use that version, or choose another folder.`,
  brokenManifest: (folder: string, message: string) =>
    `The manifest of "${folder}" cannot be read: ${message}. The files in its folder shards/ are untouched, but it takes the manifest to tell what they are. Restore manifest.json, or choose another folder.`,
  damaged: (folder: string, file: string) =>
    `The file ${file} in "${folder}" is not the one that was written. The command that made the folder, with --resume, does its runs again; the others are usable.`,
  locked: (folder: string, pid: number) =>
    `Another process is writing in "${folder}"${pid > 0 ? ` (number ${pid})` : ''}. Wait for it, or choose another folder.`,
  lockedElsewhere: (folder: string, pid: number, host: string) =>
    `A process on another machine (number ${pid} on ${host}) is writing in "${folder}", or was killed there. If you are sure that it runs no more, delete ${folder}/lock.json and try again.`,
  otherValues: (folder: string, run: number) =>
    `Run ${run} of "${folder}" comes out differently now than when it was stored: this program gives other values under the same version number. Runs of both are not mixed; choose another folder.`,
  full: (folder: string, done: number, total: number) =>
    `There is no room left to write in "${folder}". ${shown(done)} of ${shown(total)} runs are kept there. Make room, then give the same command with --resume.`,
  unwritable: (folder: string, message: string) =>
    `"${folder}" cannot be written: ${message}. Choose a folder in which you may write.`,
  interrupted: (folder: string, done: number, total: number) =>
    `Interrupted. ${shown(done)} of ${shown(total)} runs are kept in "${folder}"; the same command with --resume does the rest.`,
  partial: (done: number, total: number) =>
    `Note: ${shown(done)} of ${shown(total)} runs are finished; the file holds these alone.`,
  fileThere: (file: string) => `"${file}" is there already. Choose another name with --out.`,
  unwritableFile: (file: string, message: string) =>
    `"${file}" cannot be written: ${message}. Nothing was left behind.`,
  noFormat: 'Say in which form: --to parquet, --to csv or --to arrow.',
  notReady: 'The work was not begun, because a check failed (above). Nothing was changed.',
};
