import { createInterface, type Interface } from 'node:readline/promises';
import { suggest } from '../src/model/suggest.ts';
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

/** Both ends of a terminal, as a process has them. */
export interface Terminal {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
}

/**
 * Nobody is asked where either end is no terminal: a script would wait for ever. Who goes away in the middle (Ctrl+C, Ctrl+D)
 * gets a UsageError.
 */
export function openAsking({ stdin, stdout }: Terminal = process): Asking {
  const isTerminal = stdin.isTTY === true && stdout.isTTY === true;
  const missing: string[] = [];
  let terminal: Interface | undefined;
  let leave: ((error: UsageError) => void) | undefined;
  const ask = async (question: string): Promise<string> => {
    if (!terminal) {
      terminal = createInterface({ input: stdin, output: stdout });
      terminal.once('close', () => leave?.(new UsageError('The questions were not answered; nothing was written.')));
    }
    const left = new Promise<never>((_, reject) => {
      leave = reject;
    });
    const answer = await Promise.race([terminal.question(`${question} `), left]);
    leave = undefined;
    return answer.trim();
  };
  async function parsed<T>(
    option: string,
    question: string,
    parse: (answer: string) => T | undefined,
    again = (answer: string) => (answer === '' ? 'This is needed.' : `“${answer}” cannot be read.`),
  ): Promise<T> {
    if (!isTerminal) {
      missing.push(option);
      return undefined as T;
    }
    for (;;) {
      const answer = await ask(question);
      const found = parse(answer);
      if (found !== undefined) return found;
      stdout.write(`  ${again(answer)}\n`);
    }
  }
  const listed = (question: string, choices: readonly string[]) => `${question} (${choices.join(', ')})`;
  const unknown = (choices: readonly string[]) => (answer: string) => {
    const words = answer.split(/[\s,]+/).filter((word) => !choices.includes(word));
    const near = words.flatMap((word) => suggest(word, choices) ?? [])[0];
    if (answer === '') return `This is needed: one of ${choices.join(', ')}.`;
    return `“${answer}” is none of them${near ? `; did you mean ${near}?` : `: write ${choices.join(', ')}.`}`;
  };
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
        given ??
        parsed(
          option,
          listed(question, choices),
          (answer) => choices.find((choice) => choice === answer),
          unknown(choices),
        )
      );
    },
    async many(option, question, given, choices) {
      return (
        given ??
        parsed(
          option,
          listed(question, choices),
          (answer) => {
            const found = answer.split(/[\s,]+/).map((word) => choices.find((choice) => choice === word));
            return found.every((one) => one !== undefined) ? [...new Set(found)] : undefined;
          },
          unknown(choices),
        )
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
