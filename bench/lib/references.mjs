// The two C references: the committee logit, and one choice of a run.
import { fingerprint, newVotes, simulate } from '../logit.mjs';
import { functionPrints, runChoices } from '../episode-choice.mjs';
import { compileC, compileLanes } from './c.mjs';
import { alternate, seconds } from './rounds.mjs';

/** Runs a second of the committee logit: ours, scalar C, C with a run per lane. */
export function referenceModel(runs, rounds) {
  const scalar = compileC('logit');
  const lanes = compileLanes('logit_lanes');
  const prints = {};
  const contestants = {
    js: () => {
      const votes = newVotes();
      const spent = seconds(() => {
        for (let run = 0; run < runs; run++) simulate(run, votes);
      });
      prints.js = fingerprint(votes);
      return spent / runs;
    },
  };
  for (const [name, program] of Object.entries({ scalar, lanes })) {
    if (!program) continue;
    contestants[name] = () => {
      const out = program(runs);
      prints[name] = out.fingerprint;
      return 1 / out.runs_per_cpu_second;
    };
  }
  const times = alternate(contestants, rounds);
  const perSecond = Object.fromEntries(Object.entries(times).map(([n, t]) => [n, Math.round(1 / t.best)]));
  const ratio = (name) => (times[name] ? times[name].median / times.js.median : undefined);
  return {
    perSecond,
    prints,
    same: new Set(Object.values(prints)).size === 1,
    ofScalar: ratio('scalar'),
    ofLanes: ratio('lanes'),
    compiler: Boolean(scalar),
  };
}

/** Nanoseconds per option of one choice: the production chooser against C. */
export function episodeChoice(choices, options, rounds) {
  const c = compileC('episode');
  const prints = {};
  const contestants = {
    js: () => {
      let print = '';
      const spent = seconds(() => {
        print = runChoices(choices, options);
      });
      prints.js = print;
      return (spent * 1e9) / choices / options;
    },
  };
  let functions;
  if (c) {
    contestants.c = () => {
      const out = c(choices, options);
      prints.c = out.fingerprint;
      functions = { exp: out.exp, log: out.log };
      return out.ns_per_option;
    };
  }
  const times = alternate(contestants, rounds);
  const own = functionPrints();
  const same = !c || (prints.js === prints.c && own.exp === functions.exp && own.log === functions.log);
  return {
    times,
    prints,
    same,
    ratio: c ? times.js.median / times.c.median : undefined,
    compiler: Boolean(c),
  };
}
