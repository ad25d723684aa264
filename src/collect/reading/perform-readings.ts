import { parentPort } from 'node:worker_threads';
import { readFacts } from '../facts/read-facts.ts';
import { readDocument } from '../kinds/read-document.ts';
import {
  type ReadingResults,
  type ReadingTask,
  receiveFetched,
  sendDocument,
} from './reading-task.ts';

// What the thread of a ReadingThread does: one task after the other.
parentPort?.on('message', (task: ReadingTask) => parentPort?.postMessage(perform(task)));

function perform(task: ReadingTask): ReadingResults[ReadingTask['as']] {
  const fetched = receiveFetched(task.fetched);
  switch (task.as) {
    case 'document':
      return sendDocument(readDocument(task.source, fetched, task.knownFields));
    case 'facts':
      return readFacts(task.kind, task.url, fetched);
  }
}
