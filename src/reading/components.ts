import type { Fault } from '../model/problem.ts';

/** An attribute of a component: its value is a literal in quotes. */
interface Attribute {
  required?: true;
  findFault?: (value: string) => Omit<Fault, 'ruleId'> | undefined;
  /** What the value refers to, for rules that look across files. */
  mentions?: 'source' | 'country' | 'image';
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

const imageForm = (value: string) =>
  value.startsWith('./')
    ? undefined
    : { message: `Unexpected picture \`${value}\``, hint: 'put the picture beside this file and write `./name.jpg`' };

const notEmpty = (value: string) =>
  value.trim() === '' ? { message: 'Unexpected empty text', hint: 'write the words in the quotes' } : undefined;

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
  Figure: {
    attributes: {
      src: { required: true, findFault: imageForm, mentions: 'image' },
      alt: { required: true, findFault: notEmpty },
      caption: { findFault: notEmpty },
      credit: { findFault: notEmpty },
    },
    content: 'none',
    place: 'line',
    example: '<Figure src="./net.jpg" alt="A child sleeps under a net" />',
  },
};
