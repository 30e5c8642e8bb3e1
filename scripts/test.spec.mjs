import { spawnSync } from 'node:child_process';
import { countsOf, runStages, stagesWith } from './test-stages.mjs';

/** `npm test` on a machine that lacks what its stages need: none of these begins a stage, so each takes a moment. */
describe('npm test where a program is missing', () => {
  const npmTest = (word, CI) => {
    const env = { PATH: '/nonexistent', CAIRN_CHROMIUM: '/nonexistent/chromium', ...(CI ? { CI } : {}) };
    const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs', word], { env, encoding: 'utf8' });
    return { status, lines: stdout.trim().split('\n') };
  };

  it.each([
    ['browser', 'chromium'],
    ['Redis queue', 'redis-server'],
    ['faults', 'redis-server'],
  ])('says loudly that it skips %s, counts it and passes; with CI=true it fails', (word, program) => {
    const here = npmTest(word);
    expect(here.lines[0]).toMatch(new RegExp(`^!!!! .*${word}.*SKIPPED, there is no ${program} on this machine !!!!$`));
    expect([here.status, ...here.lines.slice(-2)]).toEqual([0, '1 skipped', '0 passed, 0 failed']);
    const ci = npmTest(word, 'true');
    expect([ci.status, ci.lines.at(-1)]).toEqual([1, '0 passed, 1 failed']);
  });

  it('fails for a stage that it does not know, for nothing was tested', () => {
    const { status, lines } = npmTest('unti');
    expect([status, lines.at(-1)]).toEqual([1, '0 passed, 1 failed']);
  });
});

describe('the stages of npm test', () => {
  const stage = (name, code) => ({ name, run: [process.execPath, '-e', code] });
  const run = async (stages, more = {}) => {
    let said = '';
    const say = (text) => (said += text);
    return { totals: await runStages(stages, { root: process.cwd(), lanes: 2, isCi: false, say, ...more }), said };
  };

  it('are all there, on both queue backends', () => {
    expect(stagesWith({ redis: true, chromium: '/x' }).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...['format', 'lint', 'architecture', 'types', 'types of the interface', 'unit', 'browser', 'faults (smoke)'],
        ...['end to end, PostgreSQL queue', 'end to end, Redis queue'],
      ]),
    );
  });

  it('are each counted, and what a failing one said is shown in one piece', async () => {
    const slowly = (name) =>
      stage(name, `console.log('${name} 1'); setTimeout(() => { console.log('${name} 2'); process.exit(1) }, 300)`);
    const { totals, said } = await run([slowly('a'), slowly('b'), stage('c', ''), { name: 'd', run: ['/no/such'] }]);
    expect(totals).toEqual({ passed: 1, failed: 3, skipped: 0 });
    expect(said).toContain('a 1\na 2\n==== a: 0 passed, 1 failed');
    expect(said).toContain('b 1\nb 2\n==== b: 0 passed, 1 failed');
  });

  it('are stopped when they hang, and have failed then', async () => {
    const { totals, said } = await run([{ ...stage('hung', 'setInterval(() => {}, 1000)'), limitMinutes: 0.01 }]);
    expect(totals).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(said).toContain('stopped after 0.01 minutes');
  });

  it('are failed by a file that does not load, by jest that does not say why, and by jest that dies', () => {
    const counts = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };
    const file = (status, ...of) => ({ status, assertionResults: of.map((one) => ({ status: one })) });
    const good = { ...counts, testResults: [file('passed', 'passed')] };
    expect(countsOf(good, 0)).toEqual({ passed: 2, failed: 0, skipped: 1 });
    expect(countsOf({ ...counts, testResults: [file('failed')] }, 1).failed).toBe(1);
    expect(countsOf({ ...counts, testResults: [] }, 1).failed).toBe(1);
    expect(countsOf(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
