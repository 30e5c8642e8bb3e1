import { closeSync, openSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';

/** Options that every command knows. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly as?: string;
}

/** A file as the caller means it: from the folder where the command was typed. */
export const fileFrom = (name: string): string => path.resolve(process.env.INIT_CWD || process.cwd(), name);

/** Standard output belongs to the answer; waits where its reader is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** One JSON document on standard output, or its words. */
export async function answer(options: CommonOptions, document: unknown, words: () => string): Promise<void> {
  await print(options.json ? `${JSON.stringify(document)}\n` : words());
}

/** One line on a terminal, rewritten as work goes on; nothing where standard error is a file. */
export function progress(words: (done: number, all?: number) => string): {
  show(done: number, all?: number): void;
  end(): void;
} {
  const isTerminal = process.stderr.isTTY === true;
  let shownAt = 0;
  return {
    show(done, all) {
      if (!isTerminal || Date.now() - shownAt < 100) return;
      shownAt = Date.now();
      process.stderr.write(`\r\u001b[K${words(done, all)}`);
    },
    end() {
      if (isTerminal && shownAt > 0) process.stderr.write('\r\u001b[K');
    },
  };
}

/** Lines to standard output, or to a file that appears once it is whole enough to be opened. */
export class Lines {
  private readonly file: number | null;
  private waiting: string[] = [];

  constructor(out: string | undefined) {
    this.file = out === undefined ? null : openSync(fileFrom(out), 'w', 0o600);
  }

  async add(line: string): Promise<void> {
    this.waiting.push(line);
    if (this.waiting.length >= 500) await this.flush();
  }

  async end(): Promise<void> {
    await this.flush();
    if (this.file !== null) closeSync(this.file);
  }

  private async flush(): Promise<void> {
    const text = this.waiting.map((line) => `${line}\n`).join('');
    this.waiting = [];
    if (this.file === null) await print(text);
    else writeSync(this.file, text);
  }
}

/** A cell of a CSV that no spreadsheet takes for a formula; numbers stay numbers. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = value.replace(/^(?=\s*[=+\-@\t\r\0＝＋－＠])/, "'");
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** Six digits that count, so that a posterior of a millionth is not shown as 0. */
export const digits = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '');
