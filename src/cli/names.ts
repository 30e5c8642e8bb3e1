import { readFile } from 'node:fs/promises';
import { answerNamesFile, MissingNameColumnError } from '../matching/core/names';
import { type ExitCode, RefusedError } from './exit-codes';
import { type CommonOptions, fileFrom, print } from './terminal';

/** Opens no database: imported from the pure rules directly, so that it starts at once. */
export async function run(options: CommonOptions, file: string): Promise<ExitCode> {
  const tsv = await readFile(fileFrom(file), 'utf8').catch(() => {
    throw new RefusedError('cli.file-not-read', `The file ${file} cannot be read`);
  });
  try {
    const answered = answerNamesFile(tsv);
    await print(options.json ? `${JSON.stringify({ pairs: pairsOf(answered) })}\n` : answered);
    return 0;
  } catch (error) {
    if (error instanceof MissingNameColumnError) throw new RefusedError('cli.column-missing', error.message);
    throw error;
  }
}

const pairsOf = (tsv: string) =>
  tsv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [a, b, log10Lr, same] = line.split('\t');
      return { a, b, log10_lr: Number(log10Lr), same };
    });
