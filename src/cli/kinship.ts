import { readFile } from 'node:fs/promises';
import { answerKinshipFile } from '../kinship/core/case-file';
import { type ExitCode, RefusedError } from './exit-codes';
import { type CommonOptions, fileFrom, print } from './terminal';

/** Opens no database: imported from the pure rules directly, so that it starts at once. */
export async function run(_options: CommonOptions, file: string): Promise<ExitCode> {
  const text = await readFile(fileFrom(file), 'utf8').catch(() => {
    throw new RefusedError('cli.file-not-read', `The file ${file} cannot be read`);
  });
  const answered = answerKinshipFile(parsed(text, file));
  await print(`${JSON.stringify(answered, null, 1)}\n`);
  const refused = answered.cases.filter((one) => 'error' in one).length;
  if (refused === 0) return 0;
  return refused === answered.cases.length ? 1 : 2;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new RefusedError('cli.json-not-read', `The file ${file} is not JSON`);
  }
}
