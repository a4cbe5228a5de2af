/** A rule on imports: files whose path matches `from` may not import what matches `to`, apart from `except`. */
export interface ImportRule {
  name: string;
  /** Why: shown when the rule is broken. */
  comment: string;
  from: RegExp;
  to: RegExp;
  except?: RegExp;
}

const PURE =
  '^src/(model|validation|posts|alerts|approvals|calendars|roster|feeds|search|answers)/|^src/cards/(break-lines|card|card-frame|card-sizes|card-tree|card-words|colours|isolate|typography)\\.ts$|^src/kit/(facts-of|press-kit)\\.ts$|^src/publishing/plan[^/]*\\.ts$|^src/ledger/entry\\.ts$|^src/source-checks/(address-problems|doi|find-problems|finding|references|report-markdown|results|retraction|trouble|work-problems)\\.ts$';

/** Files that must give the same answer for the same input, wherever and whenever they run. */
export const PURE_FILES = new RegExp(PURE);

/** Who may import whom: the table of src/README.md. Paths are from the root; packages start with `node_modules/`. */
export const IMPORT_RULES: readonly ImportRule[] = [
  {
    name: 'model-stands-alone',
    comment: 'Everything stands on the model; it stands on libraries of pure values only.',
    from: /^src\/model\//,
    to: /./,
    except: /^src\/model\/|^node_modules\/(zod|temporal-polyfill|fastest-levenshtein|libphonenumber-js)\//,
  },
  {
    name: 'pure-without-effects',
    comment:
      'Pure code can be tested, printed and shown in a pull request before anything happens: no file system, network, process or clock.',
    from: PURE_FILES,
    to: /^(node:)?(fs|fs\/promises|net|http|https|http2|child_process|process|os|worker_threads|timers|timers\/promises|dns|tls|dgram)$/,
  },
  {
    name: 'validation-downstream-only',
    comment: 'Rules judge drafts and the text that would be sent; they never read, draw or send.',
    from: /^src\/validation\//,
    to: /^(src|scripts)\//,
    except: /^src\/(validation|model|posts)\/|^src\/cards\/card(-tree)?\.ts$|^src\/approvals\/roles\.ts$/,
  },
  {
    name: 'calendars-from-model-only',
    comment: 'What takes place when follows from the content alone, so that page and calendar file say the same.',
    from: /^src\/calendars\//,
    to: /^(src|scripts)\//,
    except: /^src\/(calendars|model)\//,
  },
  {
    name: 'roster-from-model-only',
    comment: 'Who owns what, what falls due and whom a leaver is named by follow from the content alone.',
    from: /^src\/roster\//,
    to: /^(src|scripts)\//,
    except: /^src\/(roster|model)\//,
  },
  {
    name: 'posts-downstream-only',
    comment:
      'The text of a post follows from the model and the card alone, so that the length checked is the length sent.',
    from: /^src\/posts\//,
    to: /^(src|scripts)\//,
    except: /^src\/(posts|model)\/|^src\/cards\/card\.ts$/,
  },
  {
    name: 'card-from-model-only',
    comment: 'What a card says is decided before anything is drawn.',
    from: /^src\/cards\/(card|card-frame|card-sizes|card-tree|card-words|colours|isolate|typography)\.ts$/,
    to: /^(src|scripts)\//,
    except:
      /^src\/model\/|^src\/reading\/evidence-words\.ts$|^src\/cards\/(card|card-frame|card-sizes|card-tree|card-words|colours|isolate|typography)\.ts$/,
  },
  {
    name: 'approvals-through-ports',
    comment:
      'Who has approved what follows from reviews, history and content; they come in through ports, so that each can be faked.',
    from: /^src\/approvals\//,
    to: /^(src|scripts)\//,
    except: /^src\/(approvals|model|posts)\/|^src\/cards\/card\.ts$/,
  },
  {
    name: 'plan-from-values-only',
    comment: 'A plan follows from content, ledger and time: the same input gives the same plan.',
    from: /^src\/publishing\/plan[^/]*\.ts$/,
    to: /^(src|scripts)\//,
    except: /^src\/(model|posts|approvals|publishing)\/|^src\/ledger\/entry\.ts$|^src\/cards\/card\.ts$/,
  },
  {
    name: 'run-through-ports',
    comment: 'Carrying out a plan knows channels and ledger by their ports, so that each can be replaced and faked.',
    from: /^src\/publishing\//,
    to: /^src\/(channels|ledger|reading|validation|cards|git|github)\//,
    except: /^src\/ledger\/entry\.ts$|^src\/cards\/card\.ts$/,
  },
  {
    name: 'reading-alone',
    comment: 'Each way to the outside world is replaced alone: reading knows the model only.',
    from: /^src\/reading\//,
    to: /^(src|scripts)\//,
    except: /^src\/(reading|model)\//,
  },
  {
    name: 'ledger-alone',
    comment:
      'Each way to the outside world is replaced alone: the ledger knows the model, its port and how git is run.',
    from: /^src\/ledger\//,
    to: /^(src|scripts)\//,
    except: /^src\/(ledger|model)\/|^src\/publishing\/ports\.ts$|^src\/git\/git-command\.ts$/,
  },
  {
    name: 'git-alone',
    comment: 'Git is below the ledger and the history: it knows the model and what the history is asked.',
    from: /^src\/git\//,
    to: /^(src|scripts)\//,
    except: /^src\/(git|model)\/|^src\/approvals\/ports\.ts$/,
  },
  {
    name: 'github-alone',
    comment: 'GitHub is below the channels and the reviews: it knows the model and what reviews are asked.',
    from: /^src\/github\//,
    to: /^(src|scripts)\//,
    except: /^src\/(github|model)\/|^src\/approvals\/ports\.ts$/,
  },
  {
    name: 'channels-alone',
    comment:
      'Each way to the outside world is replaced alone: a channel knows the model, its port, what a post and a card are, and GitHub, where people are asked.',
    from: /^src\/channels\//,
    to: /^(src|scripts)\//,
    except:
      /^src\/(channels|github|model)\/|^src\/publishing\/ports\.ts$|^src\/posts\/(segment|compose-post|count-text)\.ts$|^src\/cards\/card\.ts$|^src\/ledger\/entry\.ts$/,
  },
  {
    name: 'source-checks-alone',
    comment: 'Each way to the outside world is replaced alone: looking after sources knows the model only.',
    from: /^src\/source-checks\//,
    to: /^(src|scripts)\//,
    except: /^src\/(source-checks|model)\//,
  },
  {
    name: 'checking-reads-and-judges',
    comment:
      'Threads and kept answers are a matter of time alone: they read, ask the rules and remember, and never draw or send.',
    from: /^src\/checking\//,
    to: /^(src|scripts)\//,
    except: /^src\/(checking|reading|validation|model)\//,
  },
  {
    name: 'feeds-from-model-and-alerts',
    comment: 'What is new follows from the content; the same content at the same moment gives the same feed.',
    from: /^src\/feeds\//,
    to: /^(src|scripts)\//,
    except: /^src\/(feeds|model|alerts)\//,
  },
  {
    name: 'alerts-from-model-only',
    comment:
      'What an alert says follows from the model alone, so that every file and page that carries it says the same.',
    from: /^src\/alerts\//,
    to: /^(src|scripts)\//,
    except: /^src\/(alerts|model)\/|^src\/reading\/interface-words\.ts$/,
  },
  {
    name: 'search-from-words-only',
    comment:
      'The index and the query go through the same words: they stand on nothing of the desk, and on one library.',
    from: /^src\/search\//,
    to: /./,
    except: /^src\/search\/|^node_modules\/minisearch\/|^src\/reading\/question-words\.ts$/,
  },
  {
    name: 'answers-from-vetted-content',
    comment: 'What the answer box says follows from reviewed content and from what was asked, and from nothing else.',
    from: /^src\/answers\//,
    to: /./,
    except: /^src\/(answers|model)\/|^src\/search\/search-words\.ts$/,
  },
  {
    name: 'asked-answers-run-in-a-browser',
    comment: 'What finds an answer is loaded by phones: it takes no schema and no library along.',
    from: /^src\/answers\/(find-answer|judge-urgency|meanings|like-words|phrase-patterns|urgent-words)\.ts$/,
    to: /./,
    except: /^src\/answers\/|^src\/search\/search-words\.ts$/,
  },
  {
    name: 'what-is-asked-for-stays-apart',
    comment:
      'The search and the answers are loaded when somebody asks: they may bring the library of the search along.',
    from: /^src\/visitor\/answer-to\.ts$/,
    to: /./,
    except: /^src\/(visitor|answers|search)\//,
  },
  {
    name: 'visitor-stays-small',
    comment: 'Every visitor’s phone loads it: it knows how alerts are judged, and no library.',
    from: /^src\/(visitor\/(?!answer-to\.ts$)|alerts\/(shown-alert|read-alert-list|moment-text)\.ts$)/,
    to: /./,
    except: /^src\/(visitor|alerts)\/|^src\/search\/ask-settings\.ts$/,
  },
  {
    name: 'renderers-alone',
    comment: 'Drawing knows the card, not where its words come from or where it goes.',
    from: /^src\/cards\//,
    to: /^(src|scripts)\//,
    except: /^src\/(cards|model)\/|^src\/reading\/evidence-words\.ts$/,
  },
  {
    name: 'kit-from-cards-and-posts',
    comment: 'A press kit holds what the desk publishes anyway: the same cards and the same texts, drawn and packed.',
    from: /^src\/kit\//,
    to: /^(src|scripts)\//,
    except: /^src\/(kit|cards|posts|model)\//,
  },
  {
    name: 'site-never-sends',
    comment: 'The site shows content; a page that could reach a channel, the ledger or the network could send.',
    from: /^src\/(pages|layouts|components|styles)\/|^src\/content\.config\.ts$/,
    to: /^(src\/(publishing|channels|ledger|git|github|source-checks|checking)|scripts)\//,
  },
  {
    name: 'pages-without-validation',
    comment:
      'What is refused is not built at all: only the collections’ configuration holds content against the rules.',
    from: /^src\/(pages|layouts|components)\//,
    to: /^src\/validation\//,
  },
  {
    name: 'src-without-scripts',
    comment: 'Scripts wire the rest together; nothing flows back.',
    from: /^src\//,
    to: /^(scripts|tests)\//,
  },
  {
    name: 'scripts-without-pages',
    comment: 'Files of Astro run in Astro: its own modules are not there in a script.',
    from: /^scripts\//,
    to: /\.astro$|^src\/(pages|layouts|components)\/|^src\/content\.config\.ts$/,
  },
];

/** Folders of each rule that a planted violation stands in, and what it imports. */
export function breaks(rule: ImportRule, from: string, to: string): boolean {
  return rule.from.test(from) && rule.to.test(to) && !rule.except?.test(to);
}
