import { documentScenes } from './document-scenes.ts';
import { allStories } from './index.ts';
import { holdOverHttp } from './over-http.ts';

holdOverHttp(
  allStories.filter(({ procedure }) => procedure.startsWith('lz-')),
  documentScenes,
);
