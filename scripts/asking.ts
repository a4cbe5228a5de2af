import { createInterface, type Interface } from 'node:readline/promises';
import { UsageError } from './arguments.ts';
import type { Words } from './incident-files.ts';

/** Asks in the terminal for what no option says. Without a terminal it notes what is missing, and `refuseMissing` tells of all at once. */
export interface Asking {
  /** Words in each language. The first language’s are needed; an empty answer leaves another’s to be filled in. */
  words(option: string, question: string, given: Words, languages: readonly string[]): Promise<Words>;
  one<T extends string>(option: string, question: string, given: T | undefined, choices: readonly T[]): Promise<T>;
  many<T extends string>(option: string, question: string, given: T[] | undefined, choices: readonly T[]): Promise<T[]>;
  parsed<T>(option: string, question: string, parse: (answer: string) => T | undefined): Promise<T>;
  /** Throws a UsageError where anything is missing. What was answered before that call is not to be used. */
  refuseMissing(more: readonly string[]): void;
  close(): void;
}

/** Nobody is asked where either end is no terminal: a script would wait for ever. */
export function openAsking(): Asking {
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const missing: string[] = [];
  let terminal: Interface | undefined;
  const ask = async (question: string): Promise<string> => {
    terminal ??= createInterface({ input: process.stdin, output: process.stdout });
    return (await terminal.question(`${question} `)).trim();
  };
  async function parsed<T>(option: string, question: string, parse: (answer: string) => T | undefined): Promise<T> {
    if (!isTerminal) {
      missing.push(option);
      return undefined as T;
    }
    for (;;) {
      const answer = parse(await ask(question));
      if (answer !== undefined) return answer;
    }
  }
  const listed = (question: string, choices: readonly string[]) => `${question} (${choices.join(', ')})`;
  return {
    parsed,
    async words(option, question, given, languages) {
      const words: Record<string, string> = { ...given };
      for (const [index, language] of languages.entries()) {
        if (words[language] !== undefined || (index > 0 && !isTerminal)) continue;
        const answer = await parsed(option, `${question} [${language}]`, (said) =>
          said === '' && index === 0 ? undefined : said,
        );
        if (answer) words[language] = answer;
      }
      return words;
    },
    async one(option, question, given, choices) {
      return (
        given ?? parsed(option, listed(question, choices), (answer) => choices.find((choice) => choice === answer))
      );
    },
    async many(option, question, given, choices) {
      return (
        given ??
        parsed(option, listed(question, choices), (answer) => {
          const found = answer.split(/[\s,]+/).map((word) => choices.find((choice) => choice === word));
          return found.every((one) => one !== undefined) ? [...new Set(found)] : undefined;
        })
      );
    },
    refuseMissing(more) {
      const names = [...missing, ...more].map((option) => `--${option}`);
      if (names.length > 0)
        throw new UsageError(`Missing ${names.join(', ')}: without a terminal everything is said by options.`);
    },
    close: () => terminal?.close(),
  };
}
