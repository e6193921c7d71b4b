/**
 * Full-text search over course material: SQLite's FTS5 in a database of its own in memory. It is made from the content
 * folder whenever the program starts, so nothing in it can be out of date or has to be migrated.
 */
import Sqlite from "better-sqlite3";

/** One section of a text, as it is searched. */
export interface SearchText {
  courseId: string;
  /** Tag of the language that it is written in. */
  language: string;
  /** Empty for what everybody may read of a course: its own page. */
  activityId: string;
  /** Id of the heading that it stands below; empty at the top of a page. */
  section: string;
  title: string;
  heading: string;
  body: string;
}

/** A found section. `excerpt` and `title` have the found words between the two characters of `SearchIndex.mark`. */
export interface SearchHit {
  courseId: string;
  language: string;
  activityId: string;
  section: string;
  title: string;
  heading: string;
  excerpt: string;
}

export interface SearchIndex {
  /** Around found words: characters that no text has. */
  readonly mark: { begin: string; end: string };
  /** What of a course is in the index, as `replaceCourse` was told; null when nothing is. */
  findVersion(courseId: string): string | null;
  /** Puts these texts in the place of the course's earlier ones. */
  replaceCourse(courseId: string, version: string, texts: readonly SearchText[]): void;
  /** Courses of the index. */
  listCourseIds(): string[];
  removeCourse(courseId: string): void;
  /**
   * The first language first; in each the best sections first (BM25; a word of a title counts most).
   * @param wanted.languages those that the person reads, the one of the page first
   * @param wanted.openCourseIds courses whose whole material is searched
   * @param wanted.listedCourseIds courses of which only the page is searched
   * @param wanted.closed `courseId/activityId` of activities that are left out
   */
  search(wanted: { words: readonly string[]; languages: readonly [string, ...string[]]; openCourseIds: readonly string[]; listedCourseIds: readonly string[]; closed: readonly string[]; limit: number }): SearchHit[];
  close(): void;
}

const MARK = { begin: "\u0002", end: "\u0003" } as const;

const EXCERPT_TOKENS = 28;

export function openSearchIndex(): SearchIndex {
  const connection = new Sqlite(":memory:");
  connection.exec(`
    create virtual table texts using fts5 (course_id unindexed, language unindexed, activity_id unindexed, section unindexed, title, heading, body, tokenize = "unicode61 remove_diacritics 2");
    create table versions (course_id text primary key, version text not null);
  `);
  const insertion = connection.prepare("insert into texts (course_id, language, activity_id, section, title, heading, body) values (?, ?, ?, ?, ?, ?, ?)");
  const deletion = connection.prepare("delete from texts where course_id = ?");
  const setVersion = connection.prepare("insert or replace into versions (course_id, version) values (?, ?)");
  const dropVersion = connection.prepare("delete from versions where course_id = ?");
  const version = connection.prepare("select version from versions where course_id = ?").pluck();
  const courseIds = connection.prepare("select course_id from versions").pluck();
  const matching = connection.prepare(`
    select course_id as courseId, language, activity_id as activityId, section, highlight(texts, 4, '${MARK.begin}', '${MARK.end}') as title, heading,
      snippet(texts, 6, '${MARK.begin}', '${MARK.end}', '…', ${EXCERPT_TOKENS}) as excerpt
    from texts
    where texts match @match
      and language in (select value from json_each(@languages))
      and (course_id in (select value from json_each(@open)) or (activity_id = '' and course_id in (select value from json_each(@listed))))
      and course_id || '/' || activity_id not in (select value from json_each(@closed))
    order by language = @first desc, bm25(texts, 0, 0, 0, 0, 8, 4, 1), rowid
    limit @limit`);

  const replace = connection.transaction((courseId: string, hash: string, texts: readonly SearchText[]) => {
    deletion.run(courseId);
    for (const { language, activityId, section, title, heading, body } of texts) insertion.run(courseId, language, activityId, section, clean(title), clean(heading), clean(body));
    setVersion.run(courseId, hash);
  });

  return {
    mark: MARK,
    findVersion: (courseId) => (version.get(courseId) as string | undefined) ?? null,
    replaceCourse: (courseId, hash, texts) => replace(courseId, hash, texts),
    listCourseIds: () => courseIds.all() as string[],
    removeCourse(courseId) {
      deletion.run(courseId);
      dropVersion.run(courseId);
    },
    search({ words, languages, openCourseIds, listedCourseIds, closed, limit }) {
      if (words.length === 0) return [];
      return matching.all({
        match: words.map(quote).join(" "), languages: JSON.stringify(languages), first: languages[0], open: JSON.stringify(openCourseIds), listed: JSON.stringify(listedCourseIds), closed: JSON.stringify(closed), limit,
      }) as SearchHit[];
    },
    close: () => void connection.close(),
  };
}

/** A word as FTS5 takes it literally; its beginning is enough, because people search while they type. */
function quote(word: string): string {
  return `"${word.replaceAll('"', '""')}"*`;
}

function clean(text: string): string {
  return text.replaceAll(MARK.begin, "").replaceAll(MARK.end, "");
}
