// count.mjs <folder of reports> <stage>=<exit code>…: sums vitest's JSON reports. A stage that failed without a failing test
// (no report, a file that could not be loaded, a check before the tests) counts as one failure.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...stages] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

for (const entry of stages) {
  const [stage, status] = entry.split('=');
  const file = join(folder, `${stage}.json`);
  const files = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : [];
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, status: result, message, assertionResults } of files) {
    for (const { status: outcome, fullName } of assertionResults) {
      if (outcome === 'passed') count.passed++;
      else if (outcome === 'failed') {
        count.failed++;
        console.log(`failed: ${stage}: ${fullName}`);
      } else {
        count.skipped++;
        console.log(`skipped: ${stage}: ${fullName}`);
      }
    }
    if (result === 'failed' && !assertionResults.some(({ status: outcome }) => outcome === 'failed')) {
      count.failed++;
      console.log(`failed: ${stage}: ${name}: ${message.split('\n')[0]}`);
    }
  }
  const problem =
    files.length === 0
      ? 'no test ran'
      : stage.startsWith('golden') && !files.some(({ name }) => name.includes('golden'))
        ? 'no golden run among the tests'
        : status !== '0'
          ? `exit code ${status}`
          : '';
  if (problem !== '' && count.failed === 0) {
    count.failed++;
    console.log(`failed: ${stage}: ${problem}`);
  }
  console.log(`${stage}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  for (const key of Object.keys(total)) total[key] += count[key];
}
if (stages.length === 0) total.failed++;
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
