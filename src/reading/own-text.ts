/**
 * The same text as a string of its own. The engine keeps a part of a string as a view of the whole: a word that is kept
 * from each of thousands of files would keep every file.
 */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
