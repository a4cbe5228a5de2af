import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/reading/places.ts';

const at = (path: string) => placeOf(path.split('/'));

describe('the place of a file', () => {
  it.each([
    ['organisation.yml', { kind: 'record', collection: 'organisation', name: 'organisation' }],
    ['people/amina.yml', { kind: 'record', collection: 'people', name: 'amina' }],
    ['sources/constructor.yml', { kind: 'record', collection: 'sources', name: 'constructor' }],
    [
      'campaigns/dengue/pa-Arab.mdx',
      { kind: 'item', collection: 'campaigns', slug: 'dengue', parts: ['campaigns', 'dengue'], language: 'pa-Arab' },
    ],
    [
      'incidents/flood/updates/first/en.mdx',
      {
        kind: 'item',
        collection: 'updates',
        slug: 'first',
        parts: ['incidents', 'flood', 'updates', 'first'],
        language: 'en',
      },
    ],
    ['campaigns/dengue/Net.JPEG', { kind: 'image' }],
    ['campaigns/dengue/posts/nets/net.avif', { kind: 'image' }],
  ])('is plain from its path: %s', (path, place) => {
    expect(at(path)).toEqual(place);
  });

  it.each([
    ['organization.yml', 'Unexpected file `organization.yml`', 'did you mean `organisation.yml`?'],
    [
      'readme.md',
      'Unexpected file `readme.md`',
      'here stand `organisation.yml`, `pause.yml` and `terms.yml` only; other content has folders',
    ],
    [
      'sources',
      'Unexpected file `sources`: a folder of this name belongs here',
      "make a folder `sources`, and move the file's content into files in it",
    ],
    ['source/who.yml', 'Unexpected folder `source`', 'did you mean `sources`?'],
    [
      'toString/who.yml',
      'Unexpected folder `toString`',
      'content has the folders `people`, `channels`, `sources`, `campaigns`, `incidents`, `myths`, `questions`, `events`, `series`, `studies` and `pages`',
    ],
    ['sources/who.yaml', 'Unexpected ending of `who.yaml`', 'name it `who.yml`'],
    ['sources/who/dengue.yml', 'Unexpected place for `dengue.yml`', 'write sources/<id>.yml'],
    ['campaigns/dengue/en.md', 'Unexpected file `en.md`', 'name it `en.mdx`'],
    ['campaigns/dengue/en.Mdx', 'Unexpected file `en.Mdx`', 'name it `en.mdx`'],
    [
      'campaigns/dengue/en',
      'Unexpected file `en`',
      'here stand language files (`ur.mdx`), pictures (png, jpg, webp, avif), films (webm, mp4) and captions (vtt)',
    ],
    [
      'campaigns/dengue/english.mdx',
      'Unexpected language `english` in the name of `english.mdx`',
      'name the file after its language: `en.mdx`, `ur.mdx`',
    ],
    [
      'campaigns/dengue/updates/first/en.mdx',
      'Unexpected place for `en.mdx`',
      'write campaigns/<name>/<language>.mdx or campaigns/<name>/posts/<name>/<language>.mdx',
    ],
    [
      'campaigns/dengue/en.mdx/notes.txt',
      'Unexpected folder `en.mdx`: its name is that of a file',
      'put a file in its place, or rename the folder',
    ],
  ])('is told of where it is none: %s', (path, message, hint) => {
    expect(at(path)).toMatchObject({ kind: 'misplaced', fault: { message, hint } });
  });
});
