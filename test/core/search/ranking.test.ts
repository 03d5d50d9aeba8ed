import assert from 'node:assert/strict';
import path from 'node:path';
import { compileCatalogFolder } from '../../../src/core/catalog/compile.ts';
import { openCatalog } from '../../../src/core/catalog/index.ts';
import { createSearch } from '../../../src/core/search/index.ts';

/**
 * What people type, and what has to come first. The expectations were written down before the ranking was tuned.
 * The first three hits (or as many as the catalog has) must be for one of the purposes named.
 */
const purposes: readonly [query: string, ...capabilities: readonly string[]][] = [
  // English
  ['workflow engine', 'workflow-bpm'],
  ['workflow', 'workflow-bpm'],
  ['workflow engines', 'workflow-bpm'],
  ['message queues', 'message-queue', 'message-queue-client-java'],
  ['bpmn', 'workflow-bpm'],
  ['workflow engine for Java', 'workflow-bpm'],
  ['low-code', 'low-code', 'low-code-java'],
  ['low code platform', 'low-code', 'low-code-java'],
  ['message queue', 'message-queue', 'message-queue-client-java'],
  ['time series database', 'time-series-database'],
  ['vector database', 'vector-database'],
  ['graph database', 'graph-database'],
  ['object storage', 'object-storage'],
  ['distributed file system', 'distributed-file-system'],
  ['api gateway', 'api-gateway', 'llm-api-gateway'],
  ['service discovery', 'service-discovery'],
  ['job scheduler', 'job-scheduling', 'job-scheduling-dotnet', 'big-data-scheduler'],
  ['rule engine', 'rule-engine'],
  ['rich text editor', 'rich-text-editor'],
  ['markdown editor', 'markdown-editor'],
  ['mind map', 'mind-map'],
  ['chart library', 'charting', 'charting-react', 'data-visualization-python'],
  ['vue component library', 'ui-vue', 'ui-vue2'],
  ['react ui components', 'ui-react'],
  ['ocr', 'ocr'],
  ['speech recognition', 'speech-recognition'],
  ['object detection', 'object-detection'],
  ['deep learning framework', 'deep-learning-framework'],
  ['rtos', 'rtos'],
  ['go web framework', 'go-web-framework'],
  ['java orm', 'orm-java'],
  ['excel java', 'excel-java'],
  ['single sign-on', 'sso-iam'],
  ['reverse proxy tunnel', 'intranet-tunnel'],
  ['game engine', 'game-engine', 'engine-3d-web', 'game-server'],
  ['quantum computing', 'quantum-computing'],
  ['connection pool', 'connection-pool-java'],
  // German
  ['Arbeitsablauf', 'workflow-bpm'],
  ['Nachrichtenwarteschlange', 'message-queue', 'message-queue-client-java'],
  ['Zeitreihendatenbank', 'time-series-database'],
  ['Spracherkennung', 'speech-recognition'],
  ['Regelmaschine', 'rule-engine'],
  ['Diagramme', 'charting', 'charting-react', 'data-visualization-python'],
  ['Texterkennung', 'ocr'],
  // French
  ['moteur de workflow', 'workflow-bpm'],
  ['file de messages', 'message-queue', 'message-queue-client-java'],
  ['base de données vectorielle', 'vector-database'],
  ['reconnaissance vocale', 'speech-recognition'],
  ['moteur de règles', 'rule-engine'],
  ['passerelle API', 'api-gateway', 'llm-api-gateway'],
  // Chinese
  ['工作流引擎', 'workflow-bpm'],
  // DolphinScheduler calls itself a scheduler of data workflows: 工作流调度.
  ['工作流', 'workflow-bpm', 'big-data-scheduler'],
  ['消息队列', 'message-queue', 'message-queue-client-java'],
  ['低代码', 'low-code', 'low-code-java'],
  ['时序数据库', 'time-series-database'],
  ['微前端', 'micro-frontend'],
  ['分布式事务', 'distributed-transaction'],
  ['语音识别', 'speech-recognition'],
  // Typing errors
  ['worklfow engine', 'workflow-bpm'],
  ['mesage queue', 'message-queue', 'message-queue-client-java'],
  ['vektor database', 'vector-database'],
  ['quantm computing', 'quantum-computing'],
  ['distributd file system', 'distributed-file-system'],
];

/** Who types a name wants that project. */
const names: readonly [query: string, project: string][] = [
  ['C++ Workflow', 'C++ Workflow'],
  ['sogou workflow', 'C++ Workflow'],
  ['warm-flow', 'Warm-Flow'],
  ['warmflow', 'Warm-Flow'],
  ['hutool', 'Hutool'],
  ['huttol', 'Hutool'],
  ['echarts', 'Apache ECharts'],
  ['dayjs', 'Day.js'],
  ['day.js', 'Day.js'],
  ['rocketmq', 'Apache RocketMQ'],
  ['rocket mq', 'Apache RocketMQ'],
  ['element plus', 'Element Plus'],
  ['ant design', 'Ant Design'],
  ['ant design vue', 'Ant Design Vue'],
  ['mybatis plus', 'MyBatis-Plus'],
  ['nacos', 'Nacos'],
  ['seata', 'Apache Seata'],
  ['milvsu', 'Milvus'],
  ['paddleocr', 'PaddleOCR'],
  ['飞桨', 'PaddlePaddle'],
  ['若依', 'RuoYi'],
  ['com.alibaba:fastjson', 'fastjson'],
  ['pkg:npm/dayjs', 'Day.js'],
  ['gorm', 'GORM'],
  ['rt-thread', 'RT-Thread'],
  ['open harmony', 'OpenHarmony'],
];

const catalog = openCatalog(
  await compileCatalogFolder(path.join(import.meta.dirname, '../../../src/core/catalog/data')),
);
const { search } = createSearch({ catalog });

/** The catalog's projects in the order in which they are shown. */
async function found(query: string) {
  const { hits } = await search(query);
  return hits.map(hit => catalog.projects().find(({ id }) => id === hit.project) ?? assert.fail(hit.name));
}

describe('what comes first in a search', () => {
  for (const [query, ...capabilities] of purposes) {
    it(`is what does it: ${query}`, async () => {
      const there = catalog.projects().filter(project => project.capabilities.some(id => capabilities.includes(id)));
      const first = (await found(query)).slice(0, Math.min(3, there.length));

      assert.equal(first.length, Math.min(3, there.length));
      for (const { name, capabilities: has } of first)
        assert.ok(
          has.some(id => capabilities.includes(id)),
          `${name.en} does ${has.join(', ')}: ${first.map(({ name }) => name.en)}`,
        );
    });
  }

  it('is what does it without Chinese terms as well', async () => {
    const { hits, expanded } = await search('workflow engine', { expand: false });

    assert.deepEqual(expanded, []);
    assert.match(hits[0]?.name ?? '', /Warm-Flow|FlowLong|compileflow|Turbo/);
  });

  it('is nothing else where a name is typed whole', async () => {
    const { hits } = await search('warm-flow');

    assert.ok(
      !hits.some(({ name }) => ['Farm', 'FATE', 'DeerFlow'].includes(name)),
      hits.map(({ name }) => name).join(),
    );
  });

  for (const [query, name] of names) {
    it(`is what is called so: ${query}`, async () => {
      const [first] = await found(query);

      assert.equal(first?.name.en ?? '', name);
    });
  }
});
