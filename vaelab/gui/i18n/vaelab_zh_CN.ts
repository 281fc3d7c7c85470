<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Folder of images</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images ({0})</source>
        <translation>图像 ({0})</translation>
    </message>
    <message>
        <source>VAE files</source>
        <translation>VAE 文件</translation>
    </message>
    <message>
        <source>VAE weights ({0})</source>
        <translation>VAE 权重 ({0})</translation>
    </message>
    <message>
        <source>Folder of VAEs</source>
        <translation>VAE 文件夹</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>运行文件夹</translation>
    </message>
    <message>
        <source>Left out {0}: {1}</source>
        <translation>已排除 {0}：{1}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Run to compare with</source>
        <translation>要比较的运行</translation>
    </message>
    <message>
        <source>These runs were not measured alike, so their numbers are not comparable: {0}.</source>
        <translation>两次运行的测量条件不同，数值不可比较：{0}。</translation>
    </message>
    <message>
        <source>Compare anyway</source>
        <translation>仍要比较</translation>
    </message>
    <message>
        <source>The comparison cannot be written: {0}</source>
        <translation>无法写入比较结果：{0}</translation>
    </message>
    <message>
        <source>Compared: {0}</source>
        <translation>已比较：{0}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Kind of plot</source>
        <translation>图表类型</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Metric of the vertical axis</source>
        <translation>纵轴指标</translation>
    </message>
    <message>
        <source>First VAE of the difference</source>
        <translation>差异的第一个 VAE</translation>
    </message>
    <message>
        <source>Second VAE of the difference</source>
        <translation>差异的第二个 VAE</translation>
    </message>
    <message>
        <source>Select rows: drag a loop around them (or hold Shift and drag)</source>
        <translation>选择行：拖动圈选（或按住 Shift 拖动）</translation>
    </message>
    <message>
        <source>Show everything again (F, or double-click)</source>
        <translation>重新显示全部（F 或双击）</translation>
    </message>
    <message>
        <source>Save or copy this plot</source>
        <translation>保存或复制此图表</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Every image&apos;s value, by VAE, with mean and 95 % interval</source>
        <translation>各 VAE 每张图像的值，含均值与 95 % 区间</translation>
    </message>
    <message>
        <source>Paired difference</source>
        <translation>配对差异</translation>
    </message>
    <message>
        <source>Two VAEs on the same images: who is better, how often, by how much</source>
        <translation>同一图像上的两个 VAE：谁更好、多常、好多少</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>散点图</translation>
    </message>
    <message>
        <source>One metric against another</source>
        <translation>一项指标对另一项</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>频谱</translation>
    </message>
    <message>
        <source>Power by frequency of the selected image and its reconstructions</source>
        <translation>所选图像及其重建的各频率功率</translation>
    </message>
    <message>
        <source>Marker drift</source>
        <translation>标记漂移</translation>
    </message>
    <message>
        <source>Drift of red, green, blue, brightness and contrast, by VAE</source>
        <translation>各 VAE 的红、绿、蓝、亮度和对比度漂移</translation>
    </message>
    <message>
        <source>Running mean</source>
        <translation>累计均值</translation>
    </message>
    <message>
        <source>How the means settle while rows arrive</source>
        <translation>随行数增加均值如何稳定</translation>
    </message>
    <message>
        <source>of</source>
        <translation>：</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>− B</source>
        <translation>− B</translation>
    </message>
    <message>
        <source>Save as PNG or SVG…</source>
        <translation>另存为 PNG 或 SVG…</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>∞ on all {0}</source>
        <translation>{0} 张全为 ∞</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>{0}, ∞ on {1}</source>
        <translation>{0}，{1} 张为 ∞</translation>
    </message>
    <message>
        <source>a sign is one image, the box the middle half, the thin line the 5th to the 95th percentile</source>
        <translation>一个符号为一张图像，方框为中间一半，细线为第 5 至 95 百分位</translation>
    </message>
    <message>
        <source>the large sign is the mean, the thick line its 95 % interval</source>
        <translation>大符号为均值，粗线为其 95 % 区间</translation>
    </message>
    <message>
        <source>{0} of {1} values are drawn</source>
        <translation>绘制 {1} 个值中的 {0} 个</translation>
    </message>
    <message>
        <source>ideal {0}</source>
        <translation>理想值 {0}</translation>
    </message>
    <message>
        <source>{0} by VAE, {1} images</source>
        <translation>各 VAE 的 {0}，{1} 张图像</translation>
    </message>
    <message>
        <source>{0} is infinite on every image: nothing can be drawn.</source>
        <translation>每张图像上的 {0} 均为无穷：无法绘制。</translation>
    </message>
    <message>
        <source>No image has a value of {0} in this run.</source>
        <translation>此运行中没有图像具有 {0} 的值。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>{0} was not taken: {1}</source>
        <translation>未接受 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} was not taken: {1}.</source>
        <translation>未接受 {0}：{1}。</translation>
    </message>
    <message>
        <source>A run is going on: stop it first, then drop again.</source>
        <translation>正在运行：请先停止，再重新拖放。</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Run again with {0} in {1}</source>
        <translation>以 {1} 重新运行 {0}</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 失败：{1}</translation>
    </message>
    <message>
        <source>This run ended early: {0} rows are here.</source>
        <translation>此运行提前结束：现有 {0} 行。</translation>
    </message>
    <message>
        <source>This run cannot be continued: {0}</source>
        <translation>无法继续此运行：{0}</translation>
    </message>
    <message>
        <source>{0} of {1} images</source>
        <translation>{1} 张图像中的 {0} 张</translation>
    </message>
    <message>
        <source>With these weights {0} has the lowest J.</source>
        <translation>在这些权重下，{0} 的 J 最低。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histograms of luma</source>
        <translation>亮度直方图</translation>
    </message>
    <message>
        <source>Luma from 0 to 255. Area: original. Line: reconstruction.</source>
        <translation>亮度 0 至 255。面积：原图；线：重建。</translation>
    </message>
</context>
<context>
    <name>ImagesCard</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder of images (Ctrl+O)</source>
        <translation>选择图像文件夹 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Choose single images</source>
        <translation>选择单张图像</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>正在查找 …</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} 张图像</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>{0} left out: why?</source>
        <translation>已排除 {0} 个：原因</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除 {0}</translation>
    </message>
    <message>
        <source>Remove (Ctrl+Z brings it back)</source>
        <translation>移除（Ctrl+Z 可恢复）</translation>
    </message>
</context>
<context>
    <name>ImagesTab</name>
    <message>
        <source>Search, or filter: lpips &gt; 0.05 and vae == &quot;mini&quot;</source>
        <translation>搜索或筛选：lpips &gt; 0.05 and vae == &quot;mini&quot;</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Worst 10</source>
        <translation>最差 10</translation>
    </message>
    <message>
        <source>The ten worst rows by the sorted metric, else by J</source>
        <translation>按排序指标（否则按 J）最差的十行</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Rows without a result</source>
        <translation>没有结果的行</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Images you flagged with X</source>
        <translation>用 X 键标记的图像</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Images that rank the VAEs differently than the means do</source>
        <translation>与平均排名不同的图像</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>最差在前</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>最佳在前</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{1} 行中的 {0} 行</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show lines with …</source>
        <translation>显示包含……的行</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>筛选日志</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>A run is going on.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>What is done is on disk. If you stop now, you can resume the run later.</source>
        <translation>已完成的部分已保存。现在停止，之后仍可继续。</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止 …</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Gain (E, Shift+E)</source>
        <translation>增益 (E, Shift+E)</translation>
    </message>
    <message>
        <source>Signed difference</source>
        <translation>带符号差异</translation>
    </message>
    <message>
        <source>Absolute difference</source>
        <translation>绝对差异</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>绝对误差</translation>
    </message>
    <message>
        <source>Colour difference ΔE 2000</source>
        <translation>色差 ΔE 2000</translation>
    </message>
    <message>
        <source>Structure: 1 − SSIM</source>
        <translation>结构：1 − SSIM</translation>
    </message>
    <message>
        <source>Spectra of both</source>
        <translation>两者的频谱</translation>
    </message>
</context>
<context>
    <name>MarkerDrift</name>
    <message>
        <source>This run was measured without a marker: there is no drift to show.</source>
        <translation>此运行未使用标记测量：没有漂移可显示。</translation>
    </message>
    <message>
        <source>difference from the ideal, of full scale 1</source>
        <translation>与理想值之差（满量程为 1）</translation>
    </message>
    <message>
        <source>0 is perfect</source>
        <translation>0 为完美</translation>
    </message>
    <message>
        <source>above 0 a patch came back brighter, or contrast was gained</source>
        <translation>大于 0 表示色块变亮或对比度增加</translation>
    </message>
    <message>
        <source>thick: 95 % interval of the mean</source>
        <translation>粗线：均值的 95 % 区间</translation>
    </message>
    <message>
        <source>thin: 5th to 95th percentile of the images</source>
        <translation>细线：图像的第 5 至 95 百分位</translation>
    </message>
    <message>
        <source>Drift of the marker</source>
        <translation>标记的漂移</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>理想值</translation>
    </message>
</context>
<context>
    <name>MarkerLens</name>
    <message>
        <source>Marker: expected and read</source>
        <translation>标记：预期值与读取值</translation>
    </message>
    <message>
        <source>no marker in this picture</source>
        <translation>此图像中没有标记</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Add folder of images…</source>
        <translation>添加图像文件夹…</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>添加图像…</translation>
    </message>
    <message>
        <source>Add VAE files…</source>
        <translation>添加 VAE 文件…</translation>
    </message>
    <message>
        <source>Add folder of VAEs…</source>
        <translation>添加 VAE 文件夹…</translation>
    </message>
    <message>
        <source>Paste paths</source>
        <translation>粘贴路径</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>打开运行…</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Compare with another run…</source>
        <translation>与另一次运行比较…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save view as PNG…</source>
        <translation>将视图存为 PNG…</translation>
    </message>
    <message>
        <source>Save original as PNG…</source>
        <translation>将原图存为 PNG…</translation>
    </message>
    <message>
        <source>Save reconstruction as PNG…</source>
        <translation>将重建存为 PNG…</translation>
    </message>
    <message>
        <source>Show run folder</source>
        <translation>显示运行文件夹</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy rows as Markdown</source>
        <translation>将行复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy table as Markdown</source>
        <translation>将表格复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy table as TSV</source>
        <translation>将表格复制为 TSV</translation>
    </message>
    <message>
        <source>Copy table as BBCode</source>
        <translation>将表格复制为 BBCode</translation>
    </message>
    <message>
        <source>Copy picture pair to post</source>
        <translation>复制对比图以便发布</translation>
    </message>
    <message>
        <source>Copy run as command</source>
        <translation>将运行复制为命令</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>筛选图像</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run / Pause / Resume</source>
        <translation>运行 / 暂停 / 继续</translation>
    </message>
    <message>
        <source>Stop after this image</source>
        <translation>完成此图像后停止</translation>
    </message>
    <message>
        <source>Continue the run that is shown</source>
        <translation>继续所显示的运行</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>设置面板</translation>
    </message>
    <message>
        <source>Viewer alone</source>
        <translation>仅查看器</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一区域</translation>
    </message>
    <message>
        <source>Clear filter, leave viewer alone</source>
        <translation>清除筛选，退出仅查看器</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>缩放至 100 %</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes when VAELab starts again.</source>
        <translation>重新启动 VAELab 后语言生效。</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Search commands…</source>
        <translation>搜索命令…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About VAELab</source>
        <translation>关于 VAELab</translation>
    </message>
    <message>
        <source>VAELab {0}: what an image VAE does to your own pictures. Everything stays on this computer.</source>
        <translation>VAELab {0}：测量图像 VAE 对你的图片做了什么。一切都留在这台电脑上。</translation>
    </message>
</context>
<context>
    <name>OptionsCard</name>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Show all options</source>
        <translation>显示所有选项</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Presets of options</source>
        <translation>选项预设</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Calibration marker</source>
        <translation>校准标记</translation>
    </message>
    <message>
        <source>Device and precision</source>
        <translation>设备与精度</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>own size</source>
        <translation>原始尺寸</translation>
    </message>
    <message>
        <source>marker {0}</source>
        <translation>标记 {0}</translation>
    </message>
    <message>
        <source>no marker</source>
        <translation>无标记</translation>
    </message>
    <message>
        <source>pictures kept</source>
        <translation>保留图片</translation>
    </message>
    <message>
        <source>pictures not kept</source>
        <translation>不保留图片</translation>
    </message>
    <message>
        <source>reconstructions kept</source>
        <translation>保留重建图</translation>
    </message>
    <message>
        <source>first {0}</source>
        <translation>前 {0} 张</translation>
    </message>
</context>
<context>
    <name>PairedDifference</name>
    <message>
        <source>A difference needs two VAEs in the run.</source>
        <translation>差异需要运行中有两个 VAE。</translation>
    </message>
    <message>
        <source>Choose two different VAEs to compare.</source>
        <translation>请选择两个不同的 VAE 进行比较。</translation>
    </message>
    <message>
        <source>{0} is infinite for one of the two on every image: nothing can be drawn.</source>
        <translation>每张图像上两者之一的 {0} 为无穷：无法绘制。</translation>
    </message>
    <message>
        <source>No image has {0} of both {1} and {2}.</source>
        <translation>没有图像同时具有 {1} 和 {2} 的 {0}。</translation>
    </message>
    <message>
        <source>|{0} − {1}|</source>
        <translation>|{0} − {1}|</translation>
    </message>
    <message>
        <source>{0}: {1} − {2}</source>
        <translation>{0}：{1} − {2}</translation>
    </message>
    <message>
        <source>images, in order of the difference</source>
        <translation>图像（按差异排序）</translation>
    </message>
    <message>
        <source>{5}: {0} lower on {1} of {2} images, {3} on {4}</source>
        <translation>{5}：{2} 张图像中 {0} 在 {1} 张更低，{3} 在 {4} 张</translation>
    </message>
    <message>
        <source>{5}: {0} better on {1} of {2} images, {3} on {4}</source>
        <translation>{5}：{2} 张图像中 {0} 在 {1} 张更好，{3} 在 {4} 张</translation>
    </message>
    <message>
        <source>, equal on {0}</source>
        <translation>，{0} 张相同</translation>
    </message>
    <message>
        <source>mean difference {0}, 95 % interval {1} to {2}</source>
        <translation>平均差异 {0}，95 % 区间 {1} 至 {2}</translation>
    </message>
    <message>
        <source>what is compared is the distance to the ideal {0}</source>
        <translation>比较的是到理想值 {0} 的距离</translation>
    </message>
    <message>
        <source>{0} infinite differences cannot be drawn</source>
        <translation>{0} 个无穷差异无法绘制</translation>
    </message>
    <message>
        <source>{0} lower</source>
        <translation>{0} 更低</translation>
    </message>
    <message>
        <source>{0} better</source>
        <translation>{0} 更好</translation>
    </message>
    <message>
        <source>mean and its 95 % interval</source>
        <translation>均值及其 95 % 区间</translation>
    </message>
</context>
<context>
    <name>PictureSaving</name>
    <message>
        <source>Picture pair copied</source>
        <translation>已复制对比图</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; cannot be written: choose another place.</source>
        <translation>无法写入“{0}”：请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>PlotsTab</name>
    <message>
        <source>Plots appear with the first row.</source>
        <translation>有了第一行后图表即出现。</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>The plot is on the clipboard.</source>
        <translation>图表已在剪贴板中。</translation>
    </message>
</context>
<context>
    <name>PresetsMenu</name>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Save these options as…</source>
        <translation>将这些选项另存为…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Standard: 512 px, robust marker</source>
        <translation>标准：512 px，稳健标记</translation>
    </message>
    <message>
        <source>1024 px, robust marker</source>
        <translation>1024 px，稳健标记</translation>
    </message>
    <message>
        <source>Classic: 8 px marker of older tables</source>
        <translation>经典：旧表格的 8 px 标记</translation>
    </message>
    <message>
        <source>Own size, no marker</source>
        <translation>原始尺寸，无标记</translation>
    </message>
    <message>
        <source>Save options</source>
        <translation>保存选项</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设名称：</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>⚠ failed</source>
        <translation>⚠ 失败</translation>
    </message>
    <message>
        <source>⚑ flagged</source>
        <translation>⚑ 已标记</translation>
    </message>
    <message>
        <source>ⓘ note</source>
        <translation>ⓘ 备注</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>无数值</translation>
    </message>
</context>
<context>
    <name>RunStrip</name>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>正在启动 …</translation>
    </message>
    <message>
        <source>image {0}/{1} {2}</source>
        <translation>图像 {0}/{1} {2}</translation>
    </message>
    <message>
        <source>VAE {0}/{1} {2}</source>
        <translation>VAE {0}/{1} {2}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>estimating the time left</source>
        <translation>正在估算剩余时间</translation>
    </message>
    <message>
        <source>{0} rows/s  ·  {1} left</source>
        <translation>{0} 行/秒  ·  剩余 {1}</translation>
    </message>
</context>
<context>
    <name>RunningMean</name>
    <message>
        <source>{0} is infinite on every image: nothing can be drawn.</source>
        <translation>每张图像上的 {0} 均为无穷：无法绘制。</translation>
    </message>
    <message>
        <source>No image has a value of {0} in this run.</source>
        <translation>此运行中没有图像具有 {0} 的值。</translation>
    </message>
    <message>
        <source>mean {0}</source>
        <translation>平均 {0}</translation>
    </message>
    <message>
        <source>images finished</source>
        <translation>已完成的图像</translation>
    </message>
    <message>
        <source>where the lines have become level, more images would change little</source>
        <translation>曲线变平之处，增加图像几乎不再改变</translation>
    </message>
    <message>
        <source>dashed: the ideal {0}</source>
        <translation>虚线：理想值 {0}</translation>
    </message>
    <message>
        <source>{0} infinite values are left out</source>
        <translation>已排除 {0} 个无穷值</translation>
    </message>
    <message>
        <source>Mean {0} as images are finished</source>
        <translation>随图像完成的平均 {0}</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>No row has finite values of both {0} and {1}.</source>
        <translation>没有行的 {0} 和 {1} 均为有限值。</translation>
    </message>
    <message>
        <source>correlation {0}</source>
        <translation>相关 {0}</translation>
    </message>
    <message>
        <source>dashed: the ideal</source>
        <translation>虚线：理想值</translation>
    </message>
    <message>
        <source>{0} rows without finite values are left out</source>
        <translation>已排除 {0} 个无有限值的行</translation>
    </message>
    <message>
        <source>a sample of {0} is drawn, and all extremes</source>
        <translation>绘制 {0} 个样本及所有极值</translation>
    </message>
    <message>
        <source>{0} over {1}, {2} rows</source>
        <translation>{0} 对 {1}，{2} 行</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Run into {0}</source>
        <translation>运行至 {0}</translation>
    </message>
    <message>
        <source>Left out {0}: {1}</source>
        <translation>已排除 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} rows of an earlier start are kept</source>
        <translation>保留之前的 {0} 行</translation>
    </message>
    <message>
        <source>{0} is ready: {1}</source>
        <translation>{0} 已就绪：{1}</translation>
    </message>
    <message>
        <source>Opened {0}</source>
        <translation>已打开 {0}</translation>
    </message>
</context>
<context>
    <name>SetupModel</name>
    <message>
        <source>add images</source>
        <translation>添加图像</translation>
    </message>
    <message>
        <source>remove images</source>
        <translation>移除图像</translation>
    </message>
    <message>
        <source>add VAE</source>
        <translation>添加 VAE</translation>
    </message>
    <message>
        <source>change VAE</source>
        <translation>更改 VAE</translation>
    </message>
    <message>
        <source>duplicate VAE</source>
        <translation>复制 VAE</translation>
    </message>
    <message>
        <source>remove VAE</source>
        <translation>移除 VAE</translation>
    </message>
    <message>
        <source>take over a run</source>
        <translation>沿用运行设置</translation>
    </message>
    <message>
        <source>Add a folder of images and at least one VAE.</source>
        <translation>请添加图像文件夹和至少一个 VAE。</translation>
    </message>
    <message>
        <source>Add a folder of images.</source>
        <translation>请添加图像文件夹。</translation>
    </message>
    <message>
        <source>Tick at least one VAE.</source>
        <translation>请至少勾选一个 VAE。</translation>
    </message>
    <message>
        <source>Add at least one VAE.</source>
        <translation>请至少添加一个 VAE。</translation>
    </message>
    <message>
        <source>Looking for images …</source>
        <translation>正在查找图像 …</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: untick or remove it.</source>
        <translation>无法加载 {0}：请取消勾选或移除。</translation>
    </message>
</context>
<context>
    <name>SetupPanel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>Do not wait for the image in flight</source>
        <translation>不等待正在处理的图像</translation>
    </message>
    <message>
        <source>Stop after this image; what is done stays</source>
        <translation>完成此图像后停止；已完成的会保留</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>已完成 {0} / {1}</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>正在启动 …</translation>
    </message>
    <message>
        <source>stopping after this image …</source>
        <translation>完成此图像后停止 …</translation>
    </message>
    <message>
        <source> · paused</source>
        <translation> · 已暂停</translation>
    </message>
    <message>
        <source>Run (F5 or Ctrl+Enter)</source>
        <translation>运行（F5 或 Ctrl+Enter）</translation>
    </message>
    <message>
        <source>{0} images × {1} VAEs = {2} rows</source>
        <translation>{0} 张图像 × {1} 个 VAE = {2} 行</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>{0} copied</source>
        <translation>已复制{0}</translation>
    </message>
    <message>
        <source>Table as {0}</source>
        <translation>{0} 表格</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source>Report (*.html)</source>
        <translation>报告 (*.html)</translation>
    </message>
    <message>
        <source>Summary as Markdown (*.md)</source>
        <translation>摘要 Markdown (*.md)</translation>
    </message>
    <message>
        <source>Summary as CSV (*.csv)</source>
        <translation>摘要 CSV (*.csv)</translation>
    </message>
    <message>
        <source>Summary as JSON (*.json)</source>
        <translation>摘要 JSON (*.json)</translation>
    </message>
    <message>
        <source>All rows as CSV (*.rows.csv)</source>
        <translation>所有行 CSV (*.rows.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>In tables and viewer</source>
        <translation>在表格和查看器中</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Space (hold)</source>
        <translation>Space（按住）</translation>
    </message>
    <message>
        <source>Original in place</source>
        <translation>原位显示原图</translation>
    </message>
    <message>
        <source>Side by side, swipe, blink, difference, map, all VAEs</source>
        <translation>并排、滑动、闪烁、差异、图、所有 VAE</translation>
    </message>
    <message>
        <source>Next, previous line</source>
        <translation>下一行、上一行</translation>
    </message>
    <message>
        <source>Previous, next VAE of the same image</source>
        <translation>同一图像的上一个、下一个 VAE</translation>
    </message>
    <message>
        <source>Worst, next worst; back</source>
        <translation>最差、次差；返回</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>交换两侧</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Wheel, +, −</source>
        <translation>滚轮、+、−</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Drag, arrows</source>
        <translation>拖动、方向键</translation>
    </message>
    <message>
        <source>Pan; in swipe, left and right move the line</source>
        <translation>平移；滑动模式下左右键移动分割线</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+拖动</translation>
    </message>
    <message>
        <source>Move the reconstruction alone</source>
        <translation>仅移动重建图</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>适合窗口或 100 %</translation>
    </message>
    <message>
        <source>More, less gain</source>
        <translation>增大、减小增益</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Marker: expected and read</source>
        <translation>标记：预期值与读取值</translation>
    </message>
    <message>
        <source>Flag the image</source>
        <translation>标记图像</translation>
    </message>
</context>
<context>
    <name>SpectrumView</name>
    <message>
        <source>Select a row to see the spectrum of its image.</source>
        <translation>选择一行以查看其图像的频谱。</translation>
    </message>
    <message>
        <source>Computing the spectrum of {0} …</source>
        <translation>正在计算 {0} 的频谱 …</translation>
    </message>
    <message>
        <source>The pictures of {0} were not kept, so there is no spectrum to show.</source>
        <translation>{0} 的图片未保留，因此没有频谱可显示。</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>mean power of luma in rings of equal frequency</source>
        <translation>等频率环内亮度的平均功率</translation>
    </message>
    <message>
        <source>below: that of the reconstruction over that of the original, 1 keeps it, less is blur, more is added</source>
        <translation>下方：重建与原图之比，1 为保持，小为模糊，大为添加</translation>
    </message>
    <message>
        <source>dotted: bounds of the low, middle and high band</source>
        <translation>点线：低、中、高频带的边界</translation>
    </message>
    <message>
        <source>Spectrum of {0}</source>
        <translation>{0} 的频谱</translation>
    </message>
    <message>
        <source>power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation>每像素周期数</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Compare VAEs on your own images</source>
        <translation>用你自己的图像比较 VAE</translation>
    </message>
    <message>
        <source>VAELab sends each image through each VAE and measures what comes back: sharpness, colour, contrast.</source>
        <translation>VAELab 将每张图像送入每个 VAE，并测量返回结果的清晰度、颜色和对比度。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Add VAE…</source>
        <translation>添加 VAE…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Drop a folder of images anywhere in this window</source>
        <translation>将图像文件夹拖到此窗口任意位置</translation>
    </message>
    <message>
        <source>Add VAE files: .safetensors, .ckpt, .pth, a diffusers folder</source>
        <translation>添加 VAE 文件：.safetensors、.ckpt、.pth、diffusers 文件夹</translation>
    </message>
    <message>
        <source>Press Run: results appear as they finish</source>
        <translation>按“运行”：结果会陆续出现</translation>
    </message>
    <message>
        <source>No weights at hand? The demo needs no download and takes under a minute.</source>
        <translation>手头没有权重？演示无需下载，一分钟内完成。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>最近的运行</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>继续…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>SummaryModel</name>
    <message>
        <source>{0} failed</source>
        <translation>{0} 个失败</translation>
    </message>
    <message>
        <source>, best</source>
        <translation>，最佳</translation>
    </message>
    <message>
        <source>, second best</source>
        <translation>，次佳</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images that this VAE&apos;s means are made of.</source>
        <translation>构成此 VAE 平均值的图像数。</translation>
    </message>
    <message>
        <source>95 % interval of the mean: {0:.4g} to {1:.4g}</source>
        <translation>均值的 95 % 区间：{0:.4g} 至 {1:.4g}</translation>
    </message>
    <message>
        <source>over {0} images</source>
        <translation>基于 {0} 张图像</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse, ≈ not distinguishable from {0}</source>
        <translation>相对 {0}：▲ 更好，▼ 更差，≈ 无法区分</translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message>
        <source>Difference to</source>
        <translation>差异基准</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>最佳在前</translation>
    </message>
    <message>
        <source>● best   ○ second best   ± 95 % interval of the mean</source>
        <translation>● 最佳   ○ 次佳   ± 均值的 95 % 区间</translation>
    </message>
    <message>
        <source>λ1: perceptual distance</source>
        <translation>λ1：感知距离</translation>
    </message>
    <message>
        <source>λ2: sharpness</source>
        <translation>λ2：清晰度</translation>
    </message>
    <message>
        <source>λ3: colour diversity</source>
        <translation>λ3：颜色多样性</translation>
    </message>
    <message>
        <source>λ4: colour drift of the marker</source>
        <translation>λ4：标记的颜色漂移</translation>
    </message>
    <message>
        <source>λ5: brightness bias of the marker</source>
        <translation>λ5：标记的亮度偏差</translation>
    </message>
    <message>
        <source>λ6: contrast of the marker</source>
        <translation>λ6：标记的对比度</translation>
    </message>
    <message>
        <source>J is the weighted sum of six distances from perfect. Lower is better.</source>
        <translation>J 是与完美的六项距离的加权和，越低越好。</translation>
    </message>
    <message>
        <source>All 1</source>
        <translation>全部为 1</translation>
    </message>
    <message>
        <source>Set all weights back to 1</source>
        <translation>将所有权重恢复为 1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse, ≈ a tie</source>
        <translation>▲ 更好，▼ 更差，≈ 持平</translation>
    </message>
    <message>
        <source>± 95 % interval of the mean</source>
        <translation>± 均值的 95 % 区间</translation>
    </message>
    <message>
        <source>● best   ○ second best   {0}</source>
        <translation>● 最佳   ○ 次佳   {0}</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>最差在前</translation>
    </message>
</context>
<context>
    <name>ThumbStrip</name>
    <message>
        <source>The first of {0} images, as they will be measured</source>
        <translation>{0} 张图像中的前几张，按测量时的样子</translation>
    </message>
    <message>
        <source>Your images, as they will be measured</source>
        <translation>你的图像，按测量时的样子</translation>
    </message>
</context>
<context>
    <name>UncaughtErrors</name>
    <message>
        <source>Something went wrong inside VAELab: {0}</source>
        <translation>VAELab 内部出现问题：{0}</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
</context>
<context>
    <name>VAERow</name>
    <message>
        <source>Use {0}</source>
        <translation>使用 {0}</translation>
    </message>
    <message>
        <source>Runs in this precision</source>
        <translation>以此精度运行</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Others are compared with it</source>
        <translation>其他 VAE 与它比较</translation>
    </message>
    <message>
        <source>What to do with {0}</source>
        <translation>对 {0} 的操作</translation>
    </message>
    <message>
        <source>reading the header …</source>
        <translation>正在读取文件头 …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Compare others with it</source>
        <translation>作为比较基准</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>as in the options</source>
        <translation>同选项</translation>
    </message>
    <message>
        <source>Add once more in</source>
        <translation>以其他精度再添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name in tables:</source>
        <translation>表格中的名称：</translation>
    </message>
</context>
<context>
    <name>VAEsCard</name>
    <message>
        <source>VAEs</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Add VAE</source>
        <translation>添加 VAE</translation>
    </message>
    <message>
        <source>A file, a folder, or a built-in (Ctrl+Shift+O)</source>
        <translation>文件、文件夹或内置 (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <source>Drop .safetensors, .ckpt or .pth files anywhere.</source>
        <translation>可将 .safetensors、.ckpt 或 .pth 文件拖到任意位置。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>ViewerPanel</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Original and reconstruction. Wheel zooms, drag pans, Space shows the original.</source>
        <translation>原图与重建。滚轮缩放，拖动平移，空格键显示原图。</translation>
    </message>
    <message>
        <source>Select a row to see its original and reconstruction.</source>
        <translation>选择一行以查看其原图与重建。</translation>
    </message>
    <message>
        <source>Side by side (1)</source>
        <translation>并排 (1)</translation>
    </message>
    <message>
        <source>Swipe: drag the line (2)</source>
        <translation>滑动：拖动分割线 (2)</translation>
    </message>
    <message>
        <source>Blink: both in one place, in turn (3)</source>
        <translation>闪烁：在同一位置交替显示 (3)</translation>
    </message>
    <message>
        <source>Difference (4)</source>
        <translation>差异 (4)</translation>
    </message>
    <message>
        <source>Map of the error (5)</source>
        <translation>误差图 (5)</translation>
    </message>
    <message>
        <source>All VAEs at once (6)</source>
        <translation>同时显示所有 VAE (6)</translation>
    </message>
    <message>
        <source>Hold to see the original in place (Space)</source>
        <translation>按住以在原位查看原图 (Space)</translation>
    </message>
    <message>
        <source>Swap sides (S)</source>
        <translation>交换两侧 (S)</translation>
    </message>
    <message>
        <source>Histograms (H)</source>
        <translation>直方图 (H)</translation>
    </message>
    <message>
        <source>Marker: expected and read (M)</source>
        <translation>标记：预期值与读取值 (M)</translation>
    </message>
    <message>
        <source>Fit (F)</source>
        <translation>适合窗口 (F)</translation>
    </message>
    <message>
        <source>100 %: one image pixel per screen pixel (Ctrl+0)</source>
        <translation>100 %：每个屏幕像素对应一个图像像素 (Ctrl+0)</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>缩放至 100 %</translation>
    </message>
    <message>
        <source>following live</source>
        <translation>正在实时跟随</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>实时跟随</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>正在读取 {0} …</translation>
    </message>
    <message>
        <source>There is no picture: this row failed.</source>
        <translation>没有图片：此行失败。</translation>
    </message>
    <message>
        <source>This picture was not kept. Set “Save images” to “all” in the options to look at it later.</source>
        <translation>此图片未保留。若要之后查看，请在选项中将“Save images”设为“all”。</translation>
    </message>
    <message>
        <source>mean {0:.3g}</source>
        <translation>均值 {0:.3g}</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>↓ low</source>
        <translation>↓ 越低越好</translation>
    </message>
    <message>
        <source>↓ low · {0}</source>
        <translation>↓ 低 · {0}</translation>
    </message>
    <message>
        <source>↑ high</source>
        <translation>↑ 越高越好</translation>
    </message>
    <message>
        <source>↑ high · {0}</source>
        <translation>↑ 高 · {0}</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>best at {0}</source>
        <translation>{0} 时最佳</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>仅供参考</translation>
    </message>
    <message>
        <source>Unit: {0}. </source>
        <translation>单位：{0}。</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Enlarge small images</source>
        <translation>放大小图像</translation>
    </message>
    <message>
        <source>Subfolders</source>
        <translation>子文件夹</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>数量限制</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Marker preset</source>
        <translation>标记预设</translation>
    </message>
    <message>
        <source>Patch side</source>
        <translation>色块边长</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>角落</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Tiling</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Save images</source>
        <translation>保存图像</translation>
    </message>
</context>
</TS>
