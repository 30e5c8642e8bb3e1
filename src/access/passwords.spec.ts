import { hashPassword, newPassword, passwordMatches } from './passwords';

const codeOf = (text: string): string | null => newPassword.safeParse(text).error?.issues[0]?.message ?? null;

describe('a new password', () => {
  it.each([
    ['fourteen characters', 'x9-kfm 2vq.tze', 'access.password-short'],
    ['an endless one', 'river stone '.repeat(11), 'access.password-long'],
    ['one letter repeated', 'aaaaaaaaaaaaaaaaaaaa', 'access.password-common'],
    ['four letters repeated', 'abcdabcdabcdabcdabcd', 'access.password-common'],
    ['two common words, stretched', 'password12345678', 'access.password-common'],
    ['a common word and little else', 'PassWord-PassWord-1', 'access.password-common'],
    ['the name of the house, with digits', 'Cairn...Cairn...2026', 'access.password-common'],
    ['fifteen characters', 'x9-kfm 2vq.tzeb', null],
    ['a common word among others', 'the missing lantern of the shore', null],
    ['words of another script', 'حجارة على الطريق البعيد', null],
  ])('%s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});

describe('a stored password', () => {
  const password = 'a lantern over wet sand';

  it('is a hash with its own salt, by argon2id at the stated cost', async () => {
    const [one, two] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(one).not.toBe(two);
    expect(one).not.toContain('lantern');
  });

  it('matches itself only', async () => {
    const stored = await hashPassword(password);
    expect(await passwordMatches(stored, password)).toBe(true);
    expect(await passwordMatches(stored, `${password}.`)).toBe(false);
    expect(await passwordMatches(stored, '')).toBe(false);
  });

  it('never matches where there is no user, not even by the word the decoy was made of', async () => {
    expect(await passwordMatches(null, 'no user has this password')).toBe(false);
    expect(await passwordMatches(null, password)).toBe(false);
  });

  it('costs about the same to refuse with a user as without', async () => {
    const stored = await hashPassword(password);
    await passwordMatches(null, 'the decoy is made once');
    const millisecondsOf = async (hash: string | null) => {
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn++) {
        const began = process.hrtime.bigint();
        await passwordMatches(hash, 'not the password at all');
        times.push(Number(process.hrtime.bigint() - began) / 1e6);
      }
      return Math.min(...times);
    };
    const [known, unknown] = [await millisecondsOf(stored), await millisecondsOf(null)];
    // Without the decoy it would be a thousandth; a busy machine may well double one of the two.
    expect(unknown).toBeGreaterThan(known / 10);
  });
});
