/** Shows how far a step is: in place on a terminal, else a line now and then. */
export function showProgress(label: string): {
  update(done: number, total: number): void;
  end(text: string): void;
  /** Takes away what was shown in place. */
  clear(): void;
} {
  const { stderr } = process;
  let shownAt = 0;
  return {
    update(done, total) {
      const now = performance.now();
      if (now - shownAt < (stderr.isTTY ? 80 : 5000)) return;
      shownAt = now;
      stderr.write(stderr.isTTY ? `\r${label} ${done}/${total}\u001B[K` : `${label} ${done}/${total}\n`);
    },
    end(text) {
      stderr.write(stderr.isTTY ? `\r${text}\u001B[K\n` : `${text}\n`);
    },
    clear() {
      if (stderr.isTTY && shownAt > 0) stderr.write('\r\u001B[K');
    },
  };
}
