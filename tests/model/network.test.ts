import { describe, expect, it } from 'vitest';
import { NETWORK, NETWORKS } from '../../src/model/network.ts';

describe('the table of networks', () => {
  it('has every network, and lets the program send only where a doubt can be settled or a person is asked', () => {
    expect(Object.keys(NETWORK).toSorted()).toEqual([...NETWORKS].toSorted());
    for (const name of NETWORKS) {
      const network = NETWORK[name];
      expect(network.text.limit).toBeGreaterThan(0);
      if (network.sender === 'person') expect(network.doubt).toBe('person');
    }
  });
});
