import type { ElementContent } from 'hast';
import { splitAtNumbers } from '../model/grouped-numbers.ts';
import { blankWords } from '../model/organisation.ts';
import { box, text } from './element.ts';
import type { Rendering } from './render-body.ts';
import { telephoneAddress } from './telephone-address.ts';

/**
 * What stands in a blank: the organisation's words in the page's language. Where there are none, a gap that nobody takes for
 * text, with the blank's name; the words of another language would be read as if they belonged there.
 */
export function blankElements(name: string, { organisation, language, words }: Rendering): ElementContent[] {
  const filled = blankWords(organisation, name, language);
  if (filled !== undefined) return withContacts(filled);
  const shown = box('bdi', { dir: 'ltr' }, [text(name)]);
  return [box('mark', { className: ['gap'] }, [text(`[${words.blank}: `), shown, text(']')])];
}

const MAIL = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;

/** E-mail addresses and telephone numbers as something to touch, in their own order whatever the direction of the text. */
function withContacts(words: string): ElementContent[] {
  // With one pair of brackets in it, `split` puts what it found at every second place.
  return words.split(MAIL).flatMap((part, index): ElementContent[] =>
    index % 2 === 1
      ? [contact(`mailto:${part}`, part)]
      : splitAtNumbers(part).map((piece) => {
          if (!piece.isNumber) return text(piece.text);
          if (isDialled(piece.text)) return contact(telephoneAddress(piece.text), piece.text);
          return leftToRight(piece.text);
        }),
  );
}

/** A telephone number and no date: `01-07-2026` has eight digits. */
function isDialled(number: string): boolean {
  return /^[+0](?:[ ()\u00A0-]*\d){8,}$/.test(number);
}

function contact(href: string, shown: string): ElementContent {
  return box('a', { href }, [leftToRight(shown)]);
}

function leftToRight(shown: string): ElementContent {
  return box('bdi', { dir: 'ltr' }, [text(shown)]);
}
