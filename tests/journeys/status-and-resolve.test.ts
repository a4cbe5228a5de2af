import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMastodonServer } from '../support/mastodon-server.ts';
import { type SendingDesk, sendingDesk } from '../support/sending-desk.ts';
import { startTelegramServer } from '../support/telegram-server.ts';

const BOT_TOKEN = '123456:planted-token-of-the-bot-0123456789abc';

const at = (time: string) => ['--now', `2026-12-01T${time}:00+05:00`];

/** A channel's secret. */
function addressOf(origin: string, identifier: string, password: string): string {
  const url = new URL(origin);
  return `${url.protocol}//${encodeURIComponent(identifier)}:${encodeURIComponent(password)}@${url.host}`;
}

function withChannel(desk: SendingDesk, id: string, network: string): void {
  writeFileSync(
    path.join(desk.folder, 'content/channels', `${id}.yml`),
    `# Kept as it is.\nid: ${id}\nnetwork: ${network}\ntagLinks: false\nname: Test Desk\nlanguages: [en]\naudience:\n  en: Readers\nvoice:\n  en: Plain\n`,
  );
}

describe('npm run status', () => {
  it('says that nothing awaits a person, on a desk that has nothing due', async () => {
    const desk = sendingDesk();
    const { code, out } = await desk.run('status.ts', ...at('10:00'));
    expect(out).toBe(
      'Ledger\n  nothing was sent yet\n\nChannels\n  bluesky (Bluesky)  not connected: no secret: the variable AAGAHI_CHANNEL_BLUESKY is not set\n  outbox (Outbox)  connected\n\nNothing awaits a person.\n',
    );
    expect(code).toBe(0);
  });

  it('names what is held, what was missed and what has to be posted by hand', async () => {
    const desk = sendingDesk();
    withChannel(desk, 'facebook', 'facebook');
    desk.write(
      { id: 'held', text: 'Held.' },
      { id: 'by-hand', text: 'By hand.', channels: ['facebook'] },
      { id: 'gone-by', text: 'Gone by.', channels: ['outbox'], expiresAt: '{ daysFromStart: 0, time: "09:30" }' },
    );
    await desk.approve('by-hand');
    expect((await desk.run('send.ts', ...at('10:00'))).out).toContain(
      'to do    by-hand  facebook, en: a person is asked to, at ',
    );
    const { code, out } = await desk.run('status.ts', ...at('17:00'));
    expect(code).toBe(2);
    expect(out).toContain('held  post/held/2026/bluesky/en/1, since 2026-12-01 09:00\n    not connected (no secret:');
    expect(out).toContain('missed  post/gone-by/2026/outbox/en/1, since 2026-12-01 09:30\n');
    expect(out).toContain('to do by hand  post/by-hand/2026/facebook/en/1, since 2026-12-01 10:00\n');
    const lines = (await desk.run('status.ts', '--json', ...at('17:00'))).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(['channel', 'channel', 'channel', 'blocked', 'missed', 'to-do']);
  });

  it('tries the credentials of each channel, sends nothing, and names the one that does not work', async () => {
    const desk = sendingDesk();
    const telegram = await startTelegramServer(BOT_TOKEN);
    const mastodon = await startMastodonServer();
    onTestFinished(async () => {
      await telegram.stop();
      await mastodon.stop();
    });
    withChannel(desk, 'telegram', 'telegram');
    withChannel(desk, 'mastodon', 'mastodon');
    desk.environment.AAGAHI_CHANNEL_TELEGRAM = addressOf(telegram.origin, 'sehatdesk', BOT_TOKEN);
    desk.environment.AAGAHI_CHANNEL_MASTODON = addressOf(mastodon.url, 'desk', 'planted-token');
    const { code, out, err } = await desk.run('status.ts', '--probe', ...at('10:00'));
    expect(code).toBe(2);
    expect(out).toContain('telegram (Telegram)  works\n');
    expect(out).toMatch(/mastodon \(Mastodon\) {2}does not work: Mastodon /);
    expect(out + err + desk.everythingSaid()).not.toContain('planted-token');
  });
});

describe('npm run resolve', () => {
  it('settles by hand what a person has posted, once, with their name', async () => {
    const desk = sendingDesk();
    withChannel(desk, 'facebook', 'facebook');
    desk.write({ id: 'by-hand', text: 'By hand.', channels: ['facebook'] });
    await desk.approve('by-hand');
    await desk.run('send.ts', ...at('10:00'));
    const [folder = ''] = readdirSync(path.join(desk.folder, '.aagahi/by-hand/facebook'));
    const task = readFileSync(path.join(desk.folder, '.aagahi/by-hand/facebook', folder, 'task.md'), 'utf8');
    const [, name = ''] = /npm run resolve -- (\S+) --as confirmed/.exec(task) ?? [];
    const words = [name, '--as', 'confirmed', '--by', 'amina', '--url', 'https://facebook.example/1', ...at('10:30')];
    expect(await desk.run('resolve.ts', ...words)).toEqual({
      code: 0,
      err: '',
      out: 'post/by-hand/2026/facebook/en/1: confirmed, says amina\n',
    });
    expect((await desk.run('send.ts', ...at('11:00'))).out).toContain('0 sent');
    expect(desk.states('by-hand', 'facebook')).toEqual(['intent', 'sending', 'handed', 'confirmed']);
    const again = await desk.run('resolve.ts', ...words);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('post/by-hand/2026/facebook/en/1 is confirmed: there is nothing to settle.');
  });

  it.each([
    [
      ['post/nothing/2026/bluesky/en/1', '--as', 'confirmed', '--by', 'amina'],
      'The ledger knows nothing of post/nothing/2026/bluesky/en/1.',
    ],
    [
      ['pin/bluesky', '--as', 'seen', '--by', 'amina'],
      'Say what you saw: --as confirmed, --as absent, --as gone, --as released.',
    ],
    [['pin/bluesky', '--as', 'absent'], 'Say who has looked: --by PERSON.'],
    [['pin/bluesky', '--as', 'absent', '--by', 'nobody'], 'There is no person nobody; the people are amina, sana.'],
  ])('says what is wrong with %j', async (words, message) => {
    const { code, err } = await sendingDesk().run('resolve.ts', ...words, ...at('10:00'));
    expect(code).toBe(2);
    expect(err.startsWith(`${message}\n`)).toBe(true);
  });
});

describe('a post on Telegram whose answer was lost', () => {
  it('waits for a person, is not sent again, and goes on when they have said what they saw', async () => {
    const desk = sendingDesk();
    const telegram = await startTelegramServer(BOT_TOKEN);
    onTestFinished(() => telegram.stop());
    withChannel(desk, 'telegram', 'telegram');
    desk.environment.AAGAHI_CHANNEL_TELEGRAM = addressOf(telegram.origin, 'sehatdesk', BOT_TOKEN);
    desk.write({ id: 'lost', text: 'Lost.', channels: ['telegram'] });
    await desk.approve('lost');
    telegram.meddle((method) => (method === 'sendMessage' ? 'lose-answer' : undefined));
    expect(await desk.run('send.ts', ...at('10:00'))).toMatchObject({ code: 2 });
    telegram.meddle(undefined);
    const next = await desk.run('send.ts', ...at('10:10'));
    expect(next.out).toContain(
      'Telegram cannot be asked whether it has the post; look there, and say what you saw with `npm run resolve`',
    );
    expect(telegram.messages.size).toBe(1);
    const name = 'post/lost/2026/telegram/en/1';
    await desk.run('resolve.ts', name, '--as', 'confirmed', '--by', 'amina', ...at('10:20'));
    expect((await desk.run('send.ts', ...at('10:30'))).out).toContain('0 sent');
    expect(telegram.messages.size).toBe(1);
    expect(desk.everythingSaid()).not.toContain('planted-token');
  });
});

describe('npm run verify', () => {
  it('says that the ledger is as it was written, and where it is not', async () => {
    const desk = sendingDesk();
    desk.write({ id: 'due', text: 'Due.', channels: ['outbox'] });
    await desk.run('send.ts', ...at('10:00'));
    expect(await desk.run('verify.ts')).toEqual({ code: 0, err: '', out: '3 entries, each as it was written.\n' });
    const file = path.join(desk.folder, '.aagahi/ledger/2026-12.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"sending"', '"senting"'));
    const { code, err } = await desk.run('verify.ts');
    expect(code).toBe(2);
    expect(err).toMatch(/2026-12\.jsonl:2: /);
    const send = await desk.run('send.ts', ...at('11:00'));
    expect(send.code).toBe(2);
    expect(send.err).toContain('2026-12.jsonl:2: this entry of the ledger was changed after it was written');
  });
});

describe('npm run limits', () => {
  it('writes what the instance allows into the channel’s file, and leaves the rest as it was', async () => {
    const desk = sendingDesk();
    const mastodon = await startMastodonServer();
    onTestFinished(() => mastodon.stop());
    withChannel(desk, 'mastodon', 'mastodon');
    desk.environment.AAGAHI_CHANNEL_MASTODON = addressOf(mastodon.url, 'desk', mastodon.token);
    const { code, out } = await desk.run('limits.ts', 'mastodon', ...at('10:00'));
    expect(out).toMatch(/^content\/channels\/mastodon\.yml: readOn 2026-12-01, software .*textLimit 500/);
    expect(code).toBe(0);
    const text = readFileSync(path.join(desk.folder, 'content/channels/mastodon.yml'), 'utf8');
    expect(text.startsWith('# Kept as it is.\nid: mastodon\n')).toBe(true);
    expect(text).toMatch(/\nlimits:\n {2}readOn: 2026-12-01\n/);
    expect((await desk.run('check.ts', ...at('10:00'))).code).toBe(0);
  });
});
