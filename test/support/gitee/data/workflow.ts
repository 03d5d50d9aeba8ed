import type { ProjectData } from '../project-data.ts';
import { documented, pomXml } from './documented.ts';

const keywords = ['workflow engine', '工作流引擎', '流程引擎', 'bpm'];

/** What "workflow engine" and 工作流引擎 find. */
export const workflowProjects: readonly ProjectData[] = [
  documented({
    path: 'dromara/warm-flow',
    ownerName: 'Dromara',
    name: 'warm-flow',
    description: 'Warm-Flow 国产工作流引擎，简洁轻量，五脏俱全，可视化流程设计器，支持常见审批功能',
    stars: 1500,
    language: 'Java',
    license: 'Apache-2.0',
    gvp: true,
    keywords,
    releases: ['v1.6.0', 'v1.6.8', 'v1.7.0'],
    zh: {
      title: 'Warm-Flow 工作流引擎',
      tagline: '只有七张表的轻量工作流引擎',
      intro:
        'Warm-Flow 把审批流程需要的能力做成一个小而完整的引擎：通过、退回、转办、委派、加签、会签、票签都已具备，流程图由自带的设计器绘制。',
      features: [
        '七张表，容易看懂',
        '支持 Spring Boot 与 Solon',
        '支持 MyBatis、MyBatis-Plus、JPA 等 ORM',
        '条件表达式与监听器',
      ],
      install: [
        'xml',
        '<dependency>\n  <groupId>org.dromara.warm</groupId>\n  <artifactId>warm-flow-mybatis-plus-sb3-starter</artifactId>\n  <version>1.7.0</version>\n</dependency>',
      ],
      start: [
        'java',
        '// 发起流程\nInstance instance = insService.start("leave-1", FlowParams.build().flowCode("leave"));\n// 通过\ntaskService.skip(taskId, FlowParams.build().skipType("PASS").message("同意"));',
      ],
      table: [
        ['数据库', '脚本', '状态'],
        ['MySQL', '`sql/mysql`', '支持'],
        ['PostgreSQL', '`sql/postgresql`', '支持'],
        ['Oracle', '`sql/oracle`', '支持'],
      ],
      question: [
        '与 Flowable 有什么不同？',
        'Warm-Flow 不使用 BPMN 2.0 的全部概念，只保留审批常用的部分，因此更容易学习，但也不能直接导入 BPMN 文件。',
      ],
      image: 'doc/logo.svg',
    },
    en: {
      title: 'Warm-Flow workflow engine',
      tagline: 'A light workflow engine with only seven tables',
      intro:
        'Warm-Flow is a small and complete engine for approvals: pass, return, hand over, delegate, countersign and vote are there, and flows are drawn in its own designer.',
      features: [
        'Seven tables that are easy to read',
        'For Spring Boot and Solon',
        'With MyBatis, MyBatis-Plus, JPA and others',
        'Conditions and listeners',
      ],
      install: [
        'xml',
        '<dependency>\n  <groupId>org.dromara.warm</groupId>\n  <artifactId>warm-flow-mybatis-plus-sb3-starter</artifactId>\n  <version>1.7.0</version>\n</dependency>',
      ],
      start: [
        'java',
        '// Start a flow\nInstance instance = insService.start("leave-1", FlowParams.build().flowCode("leave"));\n// Approve\ntaskService.skip(taskId, FlowParams.build().skipType("PASS").message("agreed"));',
      ],
      table: [
        ['Database', 'Script', 'State'],
        ['MySQL', '`sql/mysql`', 'supported'],
        ['PostgreSQL', '`sql/postgresql`', 'supported'],
        ['Oracle', '`sql/oracle`', 'supported'],
      ],
    },
    enFile: 'README_EN.md',
    more: { 'pom.xml': pomXml('org.dromara.warm', 'warm-flow', '1.7.0', 'Apache-2.0') },
  }),
  documented({
    path: 'aizuda/flowlong',
    ownerName: 'Aizuda',
    name: 'flowlong',
    description: 'FlowLong 飞龙工作流，真正的国产工作流引擎，JSON 格式实现流程模型，支持中国特色审批操作',
    stars: 1200,
    language: 'Java',
    license: 'Apache-2.0',
    keywords,
    releases: ['1.1.8', '1.1.9'],
    zh: {
      title: 'FlowLong 飞龙工作流引擎',
      tagline: '用 JSON 描述流程',
      intro: '流程模型是一份 JSON，可以直接保存、比较和传输。引擎负责推进任务，审批人由接口决定。',
      features: ['JSON 流程模型', '并行、包容与条件分支', '退回、撤回、加签、减签', '只有一个核心依赖'],
      install: [
        'xml',
        '<dependency>\n  <groupId>com.aizuda</groupId>\n  <artifactId>flowlong-spring-boot-starter</artifactId>\n  <version>1.1.9</version>\n</dependency>',
      ],
      start: ['java', 'flowLongEngine.startInstanceByProcessKey("process", null, FlowCreator.of("1", "张三"));'],
      table: [
        ['节点', '含义'],
        ['审批', '由一人或多人决定'],
        ['抄送', '只通知，不决定'],
      ],
    },
    more: {
      'pom.xml': pomXml('com.aizuda', 'flowlong', '1.1.9', 'Apache-2.0'),
      // The real one is such a mixture as well; these words are ours.
      LICENSE:
        'Demonstration data, not the real license file.\n\nDual licensing: Apache License 2.0 or GNU AGPL v3.\n\n附加条款：默认采用 Apache-2.0；使用方必须在显著位置标注版权信息，不得用于与官方企业版竞争，否则自动适用 AGPL-3.0。\n',
    },
  }),
  documented({
    path: 'yuqs/snakerflow',
    name: 'SnakerFlow',
    description: '基于 Java 的轻量级工作流引擎，适用于企业应用中常见的业务流程',
    stars: 1700,
    language: 'Java',
    license: 'Apache-2.0',
    status: '关闭',
    pushedAt: '2019-08-20T11:00:00+08:00',
    keywords,
    releases: ['2.4.0', '2.5.1'],
    zh: {
      title: 'SnakerFlow 工作流引擎',
      tagline: '轻量级流程引擎',
      intro: '为企业中常见的业务流程设计：设计流程、部署、执行、查询历史。目前不再更新。',
      features: ['五张核心表', '流程设计器插件', '支持自由流与委托代理'],
      install: [
        'xml',
        '<dependency>\n  <groupId>com.github.snakerflow</groupId>\n  <artifactId>snaker-core</artifactId>\n  <version>2.5.1</version>\n</dependency>',
      ],
      start: [
        'java',
        'engine.startInstanceById(processId, operator, args);\nengine.executeTask(taskId, operator, args);',
      ],
      table: [
        ['表', '内容'],
        ['wf_process', '流程定义'],
        ['wf_order', '流程实例'],
      ],
    },
  }),
  documented({
    path: 'dromara/liteFlow',
    ownerName: 'Dromara',
    name: 'LiteFlow',
    description: '轻量，快速，稳定，可编排的组件式规则引擎/流程引擎，支持组件热部署',
    stars: 5600,
    language: 'Java',
    license: 'Apache-2.0',
    gvp: true,
    keywords: ['规则引擎', 'rule engine', '流程编排', ...keywords],
    releases: ['v2.12.0', 'v2.12.4', 'v2.13.0'],
    zh: {
      title: 'LiteFlow',
      tagline: '组件式规则引擎',
      intro: '把复杂的业务拆成小组件，再用一种简单的表达式语言把它们编排起来；规则可以随时修改，不需要重新启动。',
      features: ['规则写在 XML、JSON、YAML 或数据库中', '十多种脚本语言', '同步与异步混合编排', '热刷新'],
      install: [
        'xml',
        '<dependency>\n  <groupId>com.yomahub</groupId>\n  <artifactId>liteflow-spring-boot-starter</artifactId>\n  <version>2.13.0</version>\n</dependency>',
      ],
      start: [
        'xml',
        '<chain name="order">\n  THEN(check, WHEN(stock, price), SWITCH(pay).to(alipay, wechat));\n</chain>',
      ],
      table: [
        ['关键字', '含义'],
        ['THEN', '依次执行'],
        ['WHEN', '同时执行'],
        ['SWITCH', '选择执行'],
      ],
    },
    more: { 'pom.xml': pomXml('com.yomahub', 'liteflow', '2.13.0', 'Apache-2.0') },
  }),
  documented({
    path: 'yudaocode/ruoyi-vue-pro',
    ownerName: '芋道源码',
    name: 'ruoyi-vue-pro',
    description:
      '基于 Spring Boot、MyBatis Plus、Vue 的后台管理系统，支持 RBAC、数据权限、SaaS 多租户、Flowable 工作流',
    stars: 31000,
    language: 'Java',
    license: 'MIT',
    gvp: true,
    formerly: ['zhijiantianya/ruoyi-vue-pro'],
    keywords: [...keywords, '快速开发平台'],
    releases: ['v2.4.1', 'v2.4.2'],
    zh: {
      title: 'ruoyi-vue-pro',
      tagline: '面向中小企业的快速开发平台',
      intro: '以模块组织的后台系统：系统功能、工作流程、支付、报表、会员、商城，按需取用。',
      features: ['用户、角色、菜单、部门', 'Flowable 工作流', '多租户', '代码生成'],
      install: ['bash', 'git clone https://gitee.com/yudaocode/ruoyi-vue-pro.git'],
      start: ['bash', 'mvn -q package -Dmaven.test.skip=true\njava -jar yudao-server/target/yudao-server.jar'],
      table: [
        ['模块', '说明'],
        ['yudao-module-system', '系统功能'],
        ['yudao-module-bpm', '工作流程'],
      ],
    },
  }),
];
