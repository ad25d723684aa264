/** A small RSS feed; `extra` goes into the channel. */
export function rss(titles: readonly string[], extra = ''): string {
  const items = titles.map((title, index) => {
    const url = `https://blog.example/${encodeURIComponent(title)}`;
    const date = `Mon, 0${(index % 9) + 1} Apr 2024 10:00:00 GMT`;
    return `<item><title>${title}</title><link>${url}</link><guid>${url}</guid><pubDate>${date}</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>A blog</title><link>https://blog.example/</link>${extra}${items.join('')}</channel></rss>`;
}
