/** One page for whoever puts the board on a web server of the bureau. */
export const WEB_SERVER_NOTE = `绩效看板：放到网页服务器上

一、放上去
1. 把本压缩包解开，里面的“绩效看板”文件夹整个放到网页服务器的发布目录下，例如 D:\\www\\绩效看板
   或 /var/www/jixiao。不需要数据库，不需要联网，不需要安装别的软件。
2. 用浏览器打开该文件夹的网址，例如 http://服务器地址/jixiao/。地址里有中文也可以，用英文更省事。
3. 不要直接双击里面的 index.html：浏览器不允许这样运行（页面会写明）。一个人在本机用，请用“绩效看板.html”。

二、服务器设置
1. 扩展名为 .js 的文件按 text/javascript 发送，.json 按 application/json，.svg 按 image/svg+xml。
   IIS、nginx、Apache、Tomcat 的默认设置即可；打开是白屏时先查这一条。
2. 有条件的用 https：这样浏览器会把看板整个留在本机，服务器关机也能用。用 http 也可以，只是关了网页就要重新打开。
3. 请让服务器对每个回答加下面三行（nginx 写法；IIS 在“HTTP 响应标头”里加同样内容）：
   add_header Content-Security-Policy "frame-ancestors 'none'" always;
   add_header X-Content-Type-Options nosniff always;
   add_header Cache-Control no-cache always;

三、换新版本
用新的文件夹整个替换旧的即可。正开着的页面会在右上角提示“有新版本”，点“换用”。填报数据不在服务器上，不受影响。

四、加一年的表、别的部门的表
把计划文件放进 data 文件夹，并在 data\\index.json 里加一行；或者在看板的“导入”页里导入（只对这台电脑有效）。

五、数据在哪里
每个人的填报存在他自己电脑的浏览器里，服务器上没有。请大家按页面提醒在“交接”页备份，并用交接文件互相合并。

六、许可
所用第三方软件及许可原文见“第三方许可.txt”，全部为宽松许可。
`
