import { parseConsent } from '../model/consent.ts';
import type { Fault } from '../model/problem.ts';
import { suggest } from '../model/suggest.ts';
import { addressFault } from '../model/text.ts';
import { CAPTIONS_NAME, PICTURE_NAME } from './places.ts';

/** An attribute of a component: its value is a literal in quotes. */
interface Attribute {
  required?: true;
  findFault?: (value: string) => Omit<Fault, 'ruleId'> | undefined;
  /** What the value refers to, for rules that look across files. */
  mentions?: 'source' | 'country' | 'image' | 'captions' | 'blank';
}

interface Component {
  attributes: Readonly<Record<string, Attribute>>;
  /** `flow`: it stands on its own lines and holds text. `none`: it holds nothing. */
  content: 'flow' | 'none';
  /** Whether it may stand inside a sentence, only there, or only on lines of its own. */
  place: 'line' | 'sentence';
  example: string;
}

const CALLOUT_KINDS = ['info', 'warning', 'danger'];

const idForm = (value: string) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
    ? undefined
    : { message: `Unexpected id \`${value}\``, hint: 'write the id of a file in content/sources' };

const blankForm = (value: string) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
    ? undefined
    : { message: `Unexpected name \`${value}\``, hint: 'write a name of `blanks` in content/organisation.yml' };

const imageForm = (value: string) =>
  isPictureBeside(value)
    ? undefined
    : { message: `Unexpected picture \`${value}\``, hint: 'put the picture beside this file and write `./name.jpg`' };

const captionsForm = (value: string) =>
  value.startsWith('./') && !value.split('/').includes('..') && CAPTIONS_NAME.test(value)
    ? undefined
    : {
        message: `Unexpected captions \`${value}\``,
        hint: 'put a WebVTT file beside this one and write for example `./talk.en.vtt`',
      };

const consentForm = (value: string) =>
  parseConsent(value)
    ? undefined
    : {
        message: `Unexpected consent \`${value}\``,
        hint: 'write the number of the signed form and the day, and the last day if it ends: `FORM-14, 2026-11-01 to 2027-10-31`',
      };

const noPeople = (value: string) =>
  value === 'none'
    ? undefined
    : {
        message: `Unexpected people \`${value}\``,
        hint: 'write `none` where nobody can be known, and otherwise `consent="FORM-14, 2026-11-01"`',
      };

const notEmpty = (value: string) =>
  value.trim() === '' ? { message: 'Unexpected empty text', hint: 'write the words in the quotes' } : undefined;

/** Whether a text may show the picture of this address: a file in its own folder, of a kind that pages show. */
export function isPictureBeside(address: string): boolean {
  return address.startsWith('./') && !address.split('/').includes('..') && PICTURE_NAME.test(address);
}

/** Every component that content may use. Nothing else is: content is data, and no pull request runs code in a build. */
export const COMPONENTS: Readonly<Record<string, Component>> = {
  Fact: {
    attributes: { source: { required: true, findFault: idForm, mentions: 'source' } },
    content: 'flow',
    place: 'line',
    example: '<Fact source="who-dengue">…</Fact>',
  },
  Callout: {
    attributes: {
      kind: {
        required: true,
        findFault: (value) =>
          CALLOUT_KINDS.includes(value)
            ? undefined
            : { message: `Unexpected kind \`${value}\` of <Callout>`, hint: 'write `info`, `warning` or `danger`' },
      },
    },
    content: 'flow',
    place: 'line',
    example: '<Callout kind="warning">…</Callout>',
  },
  Source: {
    attributes: { id: { required: true, findFault: idForm, mentions: 'source' } },
    content: 'none',
    place: 'sentence',
    example: '<Source id="who-dengue" />',
  },
  Helplines: {
    attributes: {
      country: {
        required: true,
        findFault: (value) =>
          /^[A-Z]{2}$/.test(value)
            ? undefined
            : { message: `Unexpected country \`${value}\``, hint: 'write two capital letters, for example `PK`' },
        mentions: 'country',
      },
    },
    content: 'none',
    place: 'line',
    example: '<Helplines country="PK" />',
  },
  Blank: {
    attributes: { name: { required: true, findFault: blankForm, mentions: 'blank' } },
    content: 'none',
    place: 'sentence',
    example: '<Blank name="spokesperson" />',
  },
  Video: {
    attributes: {
      src: { required: true, findFault: addressFault },
      title: { required: true, findFault: notEmpty },
      captions: { required: true, findFault: captionsForm, mentions: 'captions' },
    },
    content: 'flow',
    place: 'line',
    example: '<Video src="https://…" title="…" captions="./talk.en.vtt">the transcript</Video>',
  },
  Figure: {
    attributes: {
      src: { required: true, findFault: imageForm, mentions: 'image' },
      alt: { required: true, findFault: notEmpty },
      caption: { findFault: notEmpty },
      credit: { findFault: notEmpty },
      consent: { findFault: consentForm },
      people: { findFault: noPeople },
    },
    content: 'none',
    place: 'line',
    example: '<Figure src="./net.png" alt="A child sleeps under a net" />',
  },
};

/** What is said of a component that is not among them. */
export function unknownComponent(name: string): Fault {
  return {
    ruleId: 'mdx/unknown-component',
    message: `Unexpected <${name}>: it is not a component of this desk`,
    hint: unknownHint(name),
  };
}

function unknownHint(name: string): string {
  const near = suggest(name, Object.keys(COMPONENTS));
  if (near) return `did you mean <${near}>?`;
  if (name === 'br') return 'end the line with a backslash, or start a new paragraph after an empty line';
  if (/^[a-z]/.test(name)) return 'write Markdown in place of HTML: `**bold**`, `[text](https://…)`, `- item`';
  return `the components are ${Object.keys(COMPONENTS)
    .map((known) => `<${known}>`)
    .join(', ')}`;
}
