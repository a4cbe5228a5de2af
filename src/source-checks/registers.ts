/** Where the registers are asked, without a slash at the end. */
export interface Registers {
  crossref: string;
  pubmed: string;
  doi: string;
  archive: string;
}

export const REGISTERS: Registers = {
  crossref: 'https://api.crossref.org',
  pubmed: 'https://eutils.ncbi.nlm.nih.gov',
  doi: 'https://doi.org',
  archive: 'https://archive.org',
};
