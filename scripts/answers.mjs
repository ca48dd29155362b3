// Writes docs/answers-1917.md and docs/answers-1928.md: all the questions of both episodes, answered by the commands that the pages
// print. Of 1917 ten minutes, of 1928 forty on two free cores. With --check, asks again by the printed command and compares byte for byte.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const pages = {
  'docs/answers-1917.md': 'plenum answers november-1917 --runs 200',
  'docs/answers-1928.md': 'plenum answers soviet-1928 --runs 100',
};
const wanted = process.argv.filter((a) => /^(1917|1928)$/.test(a));
const check = process.argv.includes('--check');

/** The command that a page prints; the one to write it with if there is none yet. */
const commandIn = (path) => /^plenum answers .*$/m.exec(readFileSync(path, 'utf8'))?.[0];

let changed = 0;
for (const [path, usual] of Object.entries(pages)) {
  if (wanted.length > 0 && !wanted.some((year) => path.includes(year))) continue;
  const command = check ? commandIn(path) : usual;
  const page = execFileSync('node', ['dist/cli/main.js', ...command.split(' ').slice(1)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const same = check && readFileSync(path, 'utf8') === page;
  if (check && !same) changed++;
  if (!check) writeFileSync(path, page);
  console.log(`${path}: ${check ? (same ? 'the same, byte for byte' : 'DIFFERS') : 'written'} (${command})`);
}
process.exit(changed > 0 ? 1 : 0);
