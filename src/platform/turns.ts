/** Work that a process does again and again, one turn after the other; after a turn that failed the next one comes all the same. */
export class Turns {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<unknown> = Promise.resolve();

  /** The first turn begins at once, every other so long after the one before it has ended. */
  start(work: () => Promise<unknown>, everyMs: number, onFault: (message: string) => void): void {
    const turn = async () => {
      try {
        await work();
      } catch (error) {
        onFault(error instanceof Error ? error.message : String(error));
      }
      if (this.timer) this.timer = setTimeout(() => (this.current = turn()), everyMs);
    };
    this.timer = setTimeout(() => (this.current = turn()), 0);
  }

  /** No turn begins from now on; answers when the present one has ended. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.current;
  }
}
