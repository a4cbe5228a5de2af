import path from 'node:path';
import sharp from 'sharp';
import type { Card } from './card.ts';
import { type Contrast, LEAST_CONTRAST, weakestContrast, weakestOnPhoto } from './card-contrast.ts';
import { frameOf } from './card-frame.ts';
import { CARD_SIZES, MOST_BYTES } from './card-sizes.ts';
import { cardTree, type Setting } from './card-tree.ts';
import { type CardFault, fitCard } from './fit-card.ts';
import type { TakumiRenderer } from './takumi-renderer.ts';

/** A card that has room for its words, with all that is needed to draw it. */
export interface ReadyCard {
  card: Card;
  setting: Setting;
  photo?: { bytes: Buffer; scrim: number };
}

export type Readied = { ready: ReadyCard; faults?: never } | { ready?: never; faults: CardFault[] };

/** From the photograph that is seen best to the one on which letters stand out most. */
const SCRIMS = [0.78, 0.84, 0.9, 0.95] as const;
const QUALITIES = [80, 72, 64, 56] as const;

/** Draws cards of one desk, whose photographs are found from its root. */
export class CardDrawing {
  readonly #renderer: TakumiRenderer;
  readonly #root: string;
  /** By template, colours and photograph: how letters stand out is looked at once. */
  readonly #contrasts = new Map<string, Promise<Contrast>>();
  readonly #scrims = new Map<string, Promise<{ bytes: Buffer; scrim: number; contrast: Contrast }>>();

  constructor(renderer: TakumiRenderer, root: string) {
    this.#renderer = renderer;
    this.#root = root;
  }

  /** Sets a card's words, or says what stands in the way of drawing it. */
  async ready(card: Card): Promise<Readied> {
    const fitted = await fitCard(card, this.#renderer);
    if (fitted.faults) return fitted;
    const { setting } = fitted;
    const faults = await this.contrastFaultOf(card, setting);
    if (faults) return { faults };
    return card.photo ? { ready: { card, setting, photo: await this.#photo(card) } } : { ready: { card, setting } };
  }

  /**
   * That letters do not stand out from what is behind them, or `undefined`. It is looked at once for each template, colours and
   * photograph, on the first card that has them.
   */
  async contrastFaultOf(card: Card, setting?: Setting): Promise<[CardFault] | undefined> {
    const { ratio, letters, ground } = await this.#contrast(card, setting);
    if (ratio >= LEAST_CONTRAST) return undefined;
    const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
    const fault: CardFault = {
      field: card.photo ? 'credit' : 'brand',
      ruleId: 'card/contrast',
      message: `Unexpected contrast of ${shown}:1 between letters (${letters}) and their ground (${ground}) on the ${card.template} card: too little to read, WCAG 2.2 asks for ${LEAST_CONTRAST}:1`,
      hint: card.photo
        ? 'choose a photograph with less light in it, or a darker `primary` in content/organisation.yml'
        : 'choose colours further apart: `text` and `accent` light where `primary` and `secondary` are dark',
    };
    return [fault];
  }

  /** The picture: PNG, or JPEG where there is a photograph; or that it has more bytes than networks take. */
  async draw({ card, setting, photo }: ReadyCard): Promise<{ bytes: Buffer } | { fault: CardFault }> {
    const { width, height } = CARD_SIZES[card.size];
    const most = MOST_BYTES[card.size];
    let bytes: Buffer;
    if (photo) {
      const tree = cardTree(card, setting, photo.scrim);
      const raw = await this.#renderer.drawPixels(tree, width, height, card.language, photo.bytes);
      const jpeg = (quality: number) =>
        sharp(raw, { raw: { width, height, channels: 4 } })
          .removeAlpha()
          .jpeg({ quality, chromaSubsampling: '4:4:4' })
          .toBuffer();
      bytes = await jpeg(QUALITIES[0]);
      for (const quality of QUALITIES.slice(1)) if (bytes.length > most) bytes = await jpeg(quality);
    } else bytes = await this.#renderer.draw(cardTree(card, setting), width, height, card.language);
    if (bytes.length <= most) return { bytes };
    return {
      fault: {
        field: card.photo ? 'credit' : 'headline',
        ruleId: 'card/too-heavy',
        message: `Unexpected size: the card of ${width}×${height} has ${bytes.length} bytes, and networks show none above ${most}`,
        hint: 'choose a calmer photograph: sky, a wall or a face take fewer bytes than leaves and crowds',
      },
    };
  }

  #contrast(card: Card, setting: Setting = {}): Promise<Contrast> {
    if (card.photo) return this.#photo(card).then(({ contrast }) => contrast);
    const key = JSON.stringify([card.template, card.brand, card.label !== undefined, card.detail !== undefined]);
    return once(this.#contrasts, key, () => weakestContrast(card, setting, this.#renderer));
  }

  #photo(card: Card): Promise<{ bytes: Buffer; scrim: number; contrast: Contrast }> {
    const { photo, template, brand, size, direction } = card;
    if (!photo) throw new TypeError('this card has no photograph');
    const key = JSON.stringify([template, brand, size, direction, photo.revision]);
    return once(this.#scrims, key, async () => {
      const { width } = CARD_SIZES[size];
      const bytes = await sharp(path.join(this.#root, photo.file))
        .rotate()
        .resize(width, frameOf(card).band, { fit: 'cover', position: 'attention' })
        .removeAlpha()
        .png({ compressionLevel: 1 })
        .toBuffer();
      let found: { bytes: Buffer; scrim: number; contrast: Contrast } | undefined;
      for (const scrim of SCRIMS) {
        if (found && found.contrast.ratio >= LEAST_CONTRAST) break;
        found = { bytes, scrim, contrast: await weakestOnPhoto(card, scrim, bytes, this.#renderer) };
      }
      if (!found) throw new TypeError('there is no scrim');
      return found;
    });
  }
}

function once<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let value = kept.get(key);
  if (!value) {
    value = make();
    kept.set(key, value);
  }
  return value;
}
