import { beforeEach, describe, expect, it } from 'vitest';
import { createHostQueue, type HostQueue, NotNowError } from '../../src/source-checks/host-queue.ts';

let now: number;
let log: string[];

/** A queue whose time passes in its pauses, and nowhere else. */
function queueOf(options: { gapMs?: number; places?: number; deadline?: number } = {}): HostQueue {
  return createHostQueue({
    gapMs: options.gapMs ?? 1000,
    places: options.places ?? 10,
    deadline: options.deadline ?? Number.POSITIVE_INFINITY,
    clock: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  });
}

beforeEach(() => {
  now = 0;
  log = [];
});

const note = (what: string) => async () => void log.push(`${now} ${what}`);

describe('visits to one host', () => {
  it('are made one after the other, with a pause from the end of one to the start of the next', async () => {
    const queue = queueOf();
    const slow = async () => {
      log.push(`${now} a`);
      now += 300;
    };
    await Promise.all([queue.visit('who', slow), queue.visit('who', note('b')), queue.visit('who', note('c'))]);
    expect(log).toEqual(['0 a', '1300 b', '2300 c']);
  });

  it('need no pause where it has passed already', async () => {
    const queue = queueOf();
    await queue.visit('who', note('a'));
    now = 5000;
    await queue.visit('who', note('b'));
    expect(log).toEqual(['0 a', '5000 b']);
  });

  it('are slower where the host asks for it, and never faster', async () => {
    const queue = queueOf();
    queue.slowDown('who', 7000);
    queue.slowDown('cdc', 10);
    await queue.visit('who', note('a'));
    await queue.visit('who', note('b'));
    await queue.visit('cdc', note('c'));
    await queue.visit('cdc', note('d'));
    expect(log).toEqual(['0 a', '7000 b', '7000 c', '8000 d']);
  });

  it('go on after one that fails', async () => {
    const queue = queueOf();
    const failing = queue.visit('who', async () => {
      throw new RangeError('broken');
    });
    const next = queue.visit('who', note('b'));
    await expect(failing).rejects.toThrow('broken');
    await next;
    expect(log).toEqual(['1000 b']);
  });

  it('are not made any more once it asks to be left alone', async () => {
    const queue = queueOf();
    await queue.visit('who', async () => queue.leaveAlone('who'));
    await expect(queue.visit('who', note('b'))).rejects.toThrow(new NotNowError('who asked to be left alone'));
    await queue.visit('cdc', note('c'));
    expect(log).toEqual(['0 c']);
  });
});

describe('visits to several hosts', () => {
  it('are made at once, as many as there are places', async () => {
    const queue = queueOf({ places: 2 });
    let underWay = 0;
    let most = 0;
    const visit = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      await Promise.resolve();
      underWay -= 1;
    };
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((host) => queue.visit(host, visit)));
    expect(most).toBe(2);
  });

  it('are not held up by the pause of another', async () => {
    const queue = queueOf({ places: 1 });
    await queue.visit('a', note('a1'));
    await Promise.all([queue.visit('b', note('b1')), queue.visit('a', note('a2'))]);
    expect(log.map((line) => line.split(' ')[1])).toEqual(['a1', 'b1', 'a2']);
  });
});

describe('a deadline', () => {
  it('is the end of visits that would start after it, and of no other', async () => {
    const queue = queueOf({ deadline: 1500 });
    const visits = ['a', 'b', 'c'].map((name) => queue.visit('who', note(name)));
    const ends = await Promise.allSettled(visits);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(ends[2]).toMatchObject({ reason: new NotNowError('the time of this run is over') });
    expect(log).toEqual(['0 a', '1000 b']);
  });

  it('is heeded by pauses', async () => {
    const queue = queueOf({ deadline: 1500 });
    await queue.pause(1000);
    await expect(queue.pause(1000)).rejects.toThrow(NotNowError);
    expect(now).toBe(1000);
  });
});
