/** READMEs of our own writing with the shapes that real Chinese ones have. */
export const sampleReadmes: Readonly<Record<string, string>> = {
  'a library': `# 🚀 星河缓存 StarCache

[English](./README.en.md) | 简体中文 | [日本語](docs/README.ja.md)

[![构建状态](https://img.shields.io/badge/build-passing-green.svg)](https://gitee.com/xinghe/starcache/ci) ![版本](https://img.shields.io/npm/v/starcache.svg)
[![许可证](https://img.shields.io/badge/license-Apache--2.0-blue.svg)](LICENSE)

> 一个轻量、**高性能**的缓存库，支持\`Redis\`与内存两级缓存。

## 一、特性

- ✅ 零依赖，压缩后只有 3KB
- ✅ 支持 TypeScript，提供完整的类型定义
- [x] 已完成的任务：*命中率统计*
- [ ] 计划中的任务：~~自动预热~~ 持久化
* 嵌套列表
  1. 第一步：运行 \`npm i starcache --save\`
  2. 第二步：修改 \`application.yml\` 中的 \`cache.ttl\`
     > 注意：单位是**秒**，不是毫秒。

## 二、安装教程

使用\`npm\`安装：

\`\`\`bash
# 安装依赖
npm install starcache   # 也可以用 yarn
\`\`\`

或者通过CDN引入，地址为https://cdn.example.com/starcache@1.2.3/dist/index.min.js，建议固定版本号。更多说明请看[使用说明](#三使用说明)与[常见问题][faq]。

## 三、使用说明

| 参数 | 说明 | 类型 | 默认值 |
| :--- | :---: | ---: | --- |
| \`ttl\` | 过期时间，单位为秒<br>设为 0 表示永不过期 | number | \`60\` |
| \`max\\|min\` | 最大\\|最小条目数 | \`number \\| null\` | 无 |
| onEvict | 淘汰时的回调，见[事件](#事件) | function | - |

### 事件

调用 \`cache.on('evict', fn)\` 即可监听淘汰事件。第一个参数是键，第二个参数是值！支持通配符吗？支持。

[faq]: https://gitee.com/xinghe/starcache/wikis/常见问题 "常见问题"
`,
  'html heavy': `<div align="center">
  <img src="docs/logo.png" width="120" alt="项目图标">
  <h1>云帆工作流引擎</h1>
  <p>开箱即用的<b>国产</b>工作流引擎，支持<a href="https://example.com/bpmn?a=1&amp;b=2">BPMN 2.0</a>规范</p>
  <p>
    <a href="https://gitee.com/yunfan/flow"><img src="https://gitee.com/yunfan/flow/badge/star.svg?theme=dark" alt="star"></a>
    <a href='https://example.com'>官方网站</a> &nbsp;|&nbsp; <a href="#交流群">交流群</a>
  </p>
</div>

---

<details open>
<summary>点击展开更新日志</summary>

- 2024-01-01 修复了并发问题 (#123)
- 新增 <kbd>Ctrl</kbd>+<kbd>S</kbd> 快捷键

</details>

<!-- 这是注释，不应该翻译 -->

<table>
  <tr><td>演示图一</td><td><img src="a.png"/></td></tr>
  <tr><td colspan="2">支持<code>流程撤回</code>与<b>任意跳转</b></td></tr>
</table>

段落里的<span style="color:red">红色文字</span>、<br/>换行和<font color='#f00'>字体</font>标签，还有H<sub>2</sub>O与10<sup>6</sup>。

<pre>
原样输出 <b>不翻译</b>
</pre>

<script>alert('不要执行')</script>

## 交流群

QQ群：123456789，邮箱：dev@yunfan.example.com
`,
  'soft wraps and sentences': `---
title: 前言
tags: [中文, 测试]
---

前言
====

本项目是一个用于学习
的示例工程，它演示了如何在
Spring Boot 中整合 MyBatis-Plus
以及 Redis。“为什么要写它？”因为官方文档不够详细。“那么它好用吗？”当然。

副标题
------

1. 首先克隆代码；
2. 然后执行 \`mvn -DskipTests package\`，
   等待构建完成；
3. 最后访问 <http://localhost:8080/doc.html>。

> 引用的第一行
> 引用的第二行，包含\`code\`和[链接](http://a.b/c_(d) "标题")
>
> > 嵌套引用：**重要**

行尾两个空格表示换行  
第二行用反斜杠\\
第三行。转义字符 \\*不是强调\\* 与 &copy; 版权 &lt;标签&gt;。

文件路径 /etc/nginx/nginx.conf、环境变量 $JAVA_HOME 与 \${project.version}、参数 --spring.profiles.active=dev、类名 com.example.demo.UserService、注解 @Transactional、方法 getUserName()、版本号 v2.7.18 都要原样保留。
`,
  'alerts, footnotes, math': `# 数学与脚注

> [!WARNING]
> 请**不要**在生产环境使用默认密码。

> [!NOTE]
> 提示内容第一行
> 第二行

质能方程 $E = mc^2$ 由爱因斯坦提出[^1]，完整形式见下式[^注释]：

$$
E^2 = (mc^2)^2 + (pc)^2 \\quad \\text{能量}
$$

设置 $HOME 和 $PATH 两个变量，价格是 $5 或 $10。

[^1]: 爱因斯坦，《论动体的电动力学》，1905 年。
[^注释]: 多行脚注

    第二段，含 \`代码\`。

\`\`\`java
// 这是中文注释
public class 示例 { String s = "中文字符串"; }
\`\`\`

    缩进的代码块 不翻译

~~~markdown
# 代码里的标题
~~~
`,
  'mixed languages': `# FastPanel

FastPanel is a modern dashboard. It runs everywhere.

FastPanel 是一个现代化的仪表盘，随处可运行。

## Install 安装

Run \`docker run -p 80:80 fastpanel/fastpanel:latest\` first. 然后打开浏览器访问 http://127.0.0.1 即可。

| Key | 值 |
|-----|----|
| a | 中文 |
| b | English only |

**Bold text** and **加粗的中文**，*斜体的中文*后面紧跟文字，***又粗又斜***，\`a\`和\`b\`以及\`c\`三个参数。

- [中文链接](docs/中文文档.md)
- [Link](docs/guide.md#中文锚点)
- ![图片说明](images/架构图.png "架构图")
- <https://gitee.com/a/b>
- www.example.com/路径，后面是中文
- user_name 和 snake_case_name，以及 *.java 文件与 2*3*4
`,
  'odd shapes': `#没有空格的标题
# 标题以井号结尾 C#
## \`代码\`标题与[链接](#x)标题 ##

+ 加号列表
+ 第二项

1) 括号编号
2) 第二项

***

Term 术语
: 定义列表不是标准语法

[只有链接]

[只有链接]: http://example.com/x

| 无 | 头 |
|:--|

🎉🎉🎉

**注意：**冒号在里面。**“引号”**紧跟文字。

\`\`未闭合的代码

<b>未闭合的标签

最后一行没有换行，包含 emoji 👨‍👩‍👧‍👦 与 :smile: 短代码，以及 100% 的把握 & 一个和号`,
};
