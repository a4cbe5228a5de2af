import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/reading/read-content.ts';
import { anEvent } from '../../src/validation/example-desk.ts';
import { deskWith, saidOf } from '../support/example-desk.ts';

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:04.000\nWelcome.\n';
const FILM = '\0\0\0 ftypisom';
const event = anEvent({
  recording:
    '{ title: Talk, video: ./talk.mp4, captions: ./talk.vtt, poster: ./talk.png, people: none, seconds: 60, publishedOn: 2026-12-05 }',
});

/** What reading says of the event with these files beside it. */
async function saidWith(beside: Readonly<Record<string, string>>): Promise<string[]> {
  const files = Object.entries(beside).map(([name, text]) => [`events/water-talk/${name}`, text] as const);
  const { problems } = await readContent(
    deskWith({ 'events/water-talk/en.mdx': event, ...Object.fromEntries(files) }),
    'content',
  );
  return problems.map(saidOf);
}

describe('what a recording shows', () => {
  it('is looked for beside the language file: film, captions and still', async () => {
    expect(await saidWith({})).toEqual([
      'events/water-talk/en.mdx:10:34 Unexpected film `./talk.mp4`: there is no such file beside this one → put it into `content/events/water-talk`',
      'events/water-talk/en.mdx:10:56 Unexpected captions `./talk.vtt`: there is no such file beside this one → put it into `content/events/water-talk`',
      'events/water-talk/en.mdx:10:76 Unexpected picture `./talk.png`: there is no such file beside this one → put it into `content/events/water-talk`',
    ]);
  });

  it('is told of by a name that is nearly right', async () => {
    const [film, captions] = await saidWith({ 'talk.MP4': FILM, 'tlak.vtt': CAPTIONS });
    expect(film).toContain('did you mean `./talk.MP4`? Capital and small letters differ');
    expect(captions).toContain('did you mean `./tlak.vtt`?');
  });

  it('is a film, and captions that can be shown, whatever the names say', async () => {
    const said = await saidWith({ 'talk.mp4': 'not a film', 'talk.vtt': 'Welcome.' });
    expect(said).toContain(
      'events/water-talk/talk.mp4:1:1 Unexpected content: this is no film of the kinds webm and mp4, whatever its name says → save the film again as webm or mp4, or delete the file',
    );
    expect(said).toContain(
      'events/water-talk/talk.vtt:1:1 Unexpected first line of captions → write `WEBVTT` on the first line, then an empty one',
    );
  });
});
