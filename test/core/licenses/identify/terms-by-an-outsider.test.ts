import { createRequire } from 'node:module';
import { z } from 'zod';
import { type Place, termsAreSeen } from './terms-are-seen.ts';

const Text = z.object({ licenseText: z.string() });
const texts = z
  .object({ MIT: Text, 'Apache-2.0': Text, 'BSD-3-Clause': Text, 'MulanPSL-2.0': Text })
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));
const mit = texts.MIT.licenseText;

/** Written by a reader who had not seen the program: mild words, several languages, hardly one that a list of words would hold. */
const terms = `
We kindly ask companies to talk to us before they ship this.
We would appreciate it if vendors kept this to in-house tools.
Please do not put this into products that you sell.
It would be nice if you did not host this for others.
Commercial users are expected to sponsor the project.
Firms above twenty people please get in touch about a plan.
Startups are welcome; larger organizations need our nod.
For teams of more than five developers, a seat must be bought.
Revenue above EUR 1M per year ends the free tier.
Anything beyond a hobby needs a written yes from the author.
This grant ends on 31 December 2027.
The rights above last for twelve months from download.
The author reserves the right to take this license back at any time.
We may change these terms, and the changed terms then apply to copies you already have.
Not for use in weapons, surveillance or fossil fuel extraction.
You promise not to use the Software to harm any human being.
The Software shall be used for Good, not Evil.
Users in sanctioned regions are left out of this grant.
Does not cover the member states of the European Union.
Residents of California are not granted any rights here.
Military bodies and their suppliers are not licensees.
Law enforcement may not run this program.
Any public deployment has to show "Powered by Foo" on its start page.
Keep the logo of Foo in the footer of each page.
A visible link back to the author's site is part of the deal.
Each screen has to name the author.
Tell us by mail when you put it into production.
Modified versions have to be sent back to the author within 30 days.
You may not train machine learning models on this code.
AI training is excluded.
Benchmarks of the Software may not be published without consent.
You may not compare the Software with rival products in public.
You may not offer the Software as a hosted service.
No SaaS.
Self-hosting only.
One installation per license.
Up to three machines.
For one domain only.
Redistribution in binary form only.
Source code is for reference; do not compile it.
The src/enterprise folder belongs to Foo and is not part of the grant.
Everything below /pro requires a subscription key.
Plug-ins named *-premium are excluded.
Version 3 and later are available to customers only.
The free edition is limited to evaluation.
Academic institutions only.
Students may use it freely; everybody else asks.
Personal, family and household use.
Only natural persons are addressed by this license.
Non-profit organizations only.
Use inside your own organization is fine.
Only for internal purposes.
You may not sublicense.
You may not sell copies.
You may not make derivative works public.
No forks under another name.
Forks must carry the word "unofficial" in their title.
Derived packages may not be uploaded to a registry.
This is source-available software.
Licensed, not sold.
By downloading you accept our general terms of business.
Use is subject to the Foo Terms of Service.
See EULA.pdf for the conditions that come on top.
The conditions on our website prevail over this file.
In case of contradiction, the README prevails.
Additional conditions are agreed individually.
Patent rights are not granted.
No patent license is granted, express or implied.
If you sue anyone over patents, all rights here end, whatever the subject.
Trademark owners get to veto any fork.
Every user must register at foo.example.
A fee of one euro per installation is due.
Donate or delete.
Please buy a license if you earn money with it.
The interpretation of this license belongs to Foo Inc.
Disputes go to the courts of Hangzhou, and the license is void where the user does not agree.
You must not remove the license check.
Do not circumvent the license key.
You shall not reverse engineer the binary parts.
Do not use it together with products of Bar Corp.
Competitors of Foo are not granted a license.
You may not build a competing product.
Use at more than 1,000 requests per day calls for a contract.
Employees of Bar may not use this.
This text applies to contributors; users need another contract.
The license above covers the documentation only.
The MIT terms cover the examples directory, nothing else.
Only the header files are under this license.
Copyright (c) 2024 Foo. Evaluation copy.
Copyright (c) 2024 Foo. For classroom use.
Copyright (c) 2024 Foo, not for resale
Copyright (c) 2024 Foo (Community Edition, up to 10 users)
Copyright 2024 Foo. Internal.
Copyright 2024 Foo. All rights reserved. Confidential.
Copyright 2024 Foo. Unauthorized copying of this file is strictly prohibited.
Copyright 2024 Foo. Do not distribute.
Proprietary and confidential.
Trade secret of Foo Inc.
Beta license
Trial
Shareware.
Freeware, not open source.
Pre-release: rights end with the final release.
本软件仅限公司内部使用。
个人学习可免费使用，企业使用请先联系作者。
商业使用需购买授权。
商用前请告知作者。
请勿用于商业用途。
请保留页面底部的版权信息。
二次开发后请保留作者署名和官网链接。
不得去除软件中的标识。
禁止将本项目用于同类产品。
未经允许不得转载或再发布。
本授权有效期为一年。
作者有权随时收回授权。
本项目最终解释权归作者所有。
年营业额超过一百万元的公司须取得书面许可。
用户数超过1000的请购买企业版。
请在使用后24小时内删除。
仅供学习交流，后果自负。
仅用于教学目的。
不允许用于军事用途。
不得用于训练人工智能模型。
不得作为云服务对外提供。
企业版目录不在开源范围之内。
pro 目录下的代码需要授权码。
本许可仅适用于文档。
政府机构使用请联系我们。
使用本软件即视为同意《用户协议》。
如与官网条款冲突，以官网为准。
修改后的代码必须提交给作者。
上线前请登记备案。
不得用于违法违规用途，否则授权自动终止。
禁止倒卖源码。
源码不得二次销售。
不得以本项目申请软件著作权。
转售须经书面同意。
社区版限十人以内团队使用。
请赞助后使用。
付费用户可获得完整源码。
中国大陆以外地区不得使用。
Die gewerbliche Nutzung bedarf einer Zustimmung.
Nur für den privaten Gebrauch.
Firmen mit mehr als zehn Mitarbeitern melden sich bitte beim Autor.
Die Nutzung in Rüstungsprojekten ist ausgeschlossen.
Das Recht erlischt nach einem Jahr.
Der Hinweis auf den Hersteller ist auf jeder Seite anzuzeigen.
Eine Weitergabe an Dritte ist nicht vorgesehen.
Behörden wenden sich bitte an uns.
Nur zu Lehrzwecken.
Die Lizenz kann jederzeit widerrufen werden.
Verkauf nicht gestattet.
Es gelten unsere Geschäftsbedingungen.
Usage commercial soumis à autorisation.
Réservé à un usage privé.
Les entreprises de plus de dix salariés doivent nous contacter.
Licence valable un an.
L'auteur peut retirer cette licence à tout moment.
La mention du fabricant doit rester visible.
Utilisation militaire exclue.
Réservé à l'enseignement.
Toute revente est interdite.
Soumis à nos conditions générales.
El autor puede retirar el permiso cuando quiera.
Vale por un año.
L'autore può ritirare il permesso quando vuole.
Le aziende ci scrivano prima.
Válido por um ano.
Firmy proszone są o kontakt.
Ważne przez rok.
Geldig voor één jaar.
Bedrijven nemen eerst contact op.
個人利用に限ります。
商用利用は事前にご連絡ください。
再配布はご遠慮ください。
개인 용도로만 사용하십시오.
商業使用請先取得書面同意。
Endast för privat bruk.
Gäller i ett år.
Yalnızca kişisel kullanım içindir.
The author likes to know who ships this, and expects a mail first.
Big firms talk to us.
Schools are whom this is meant for.
Our friends at Bar Corp look elsewhere.
Rights lapse with the subscription.
The grant sleeps while you are in arrears.
After a year, come back to us.
Governments: see our other offer.
A badge on the landing page keeps you in good standing.
Ten seats come with it.
The first thousand users are on us.
Growing teams move to the paid plan.
The code in ee belongs to Foo.
Think of this as a preview.
Paid features live in this repository as well.
The maintainers decide who is welcome.
Treat the contents as private.
Keep it inside the house.
Runs on hardware by Foo.
For research.
For teaching.
Hobbyists, enjoy!
Home use.
Eyes only.
Sponsors get the right to ship.
A tip of five euros goes with each copy.
We ask for a share of what you earn.
Your changes come back to us.
Names of users are passed to Foo.
The program phones home, and that stays so.
Good people may use it.
Users agree to the code of conduct.
Those who break the code of conduct lose their rights.
Ask us about OEM.
Academic license
Developer edition
Evaluation
Source available
Fair source
Shared source
Business source
Open core
Not open source
Free for now
企业请与我们联系。
公司使用前请发邮件。
仅作演示。
高级功能另行授权。
授权期一年。
源码仅供参考。
请支持正版。
商用另议。
合作请洽。
定制开发另收费。
使用者须加微信群登记。
关注公众号后方可使用。
引用请注明出处。
页面需标注技术支持方。
`
  .trim()
  .split('\n');

const places: readonly Place[] = [
  ['at the end', term => `${mit}\n\n${term}\n`],
  ['in a heading', term => `# ${term}\n\n${mit}`],
  ['behind the copyright notice', term => mit.replace('<copyright holders>', `Foo\n${term}`)],
  ['in a comment of HTML', term => `<!-- ${term} -->\n${mit}`],
  ['behind a contact', term => `${mit}\n\nContact: foo@example.org - ${term}\n`],
  ['behind the appendix of Apache-2.0', term => `${texts['Apache-2.0'].licenseText}\n\n${term}\n`],
  [
    'among the definitions of Apache-2.0',
    term =>
      texts['Apache-2.0'].licenseText.replace(
        '"Legal Entity" shall mean',
        `${term}\n\n      "Legal Entity" shall mean`,
      ),
  ],
  [
    'as a fourth clause of BSD-3-Clause',
    term => texts['BSD-3-Clause'].licenseText.replace('\n\nTHIS SOFTWARE', `\n\n4. ${term}\n\nTHIS SOFTWARE`),
  ],
  ['behind MulanPSL-2.0', term => `${texts['MulanPSL-2.0'].licenseText}\n${term}`],
  ['behind a pointer', term => `This project is licensed under the MIT License. ${term}\n`],
  [
    "as a comment of Debian's form",
    term =>
      `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: 2024 Foo\nLicense: MIT\nComment: ${term}\n`,
  ],
];

describe('terms of an outside reader', () => {
  termsAreSeen(places, terms);
});
