import { appendFileSync } from 'node:fs';

/** Shows the numbers of a run, and hands them to `npm run test:faults`, which commits them to docs/results. */
export function report(test: string, numbers: Readonly<Record<string, number | string>>): void {
  const line = Object.entries(numbers).map(([name, value]) => `${name} ${value}`);
  process.stderr.write(`  ${test}: ${line.join(', ')}\n`);
  if (process.env.CAIRN_FAULTS_RESULTS)
    appendFileSync(process.env.CAIRN_FAULTS_RESULTS, `${JSON.stringify({ test, numbers })}\n`);
}

/** Says how far a test is, every ten faults: at full counts it takes minutes. */
export function progress(test: string, done: number, of: number): void {
  if (done % 10 === 0 && done < of)
    process.stderr.write(`  ${new Date().toISOString().slice(11, 19)} ${test}: ${done} of ${of}\n`);
}
