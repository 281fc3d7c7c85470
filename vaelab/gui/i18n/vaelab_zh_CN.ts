<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AppearanceSettings</name>
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
</context>
<context>
    <name>Application</name>
    <message>
        <source>The window speaks {0} as soon as the run has ended.</source>
        <translation>运行结束后，窗口将切换为 {0}。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>This run has saved no originals and reconstructions to judge: choose “all” under Save images, and run it again.</source>
        <translation>此次运行没有保存可供评判的原图和重建图：请在“保存图像”中选择“全部”，然后重新运行。</translation>
    </message>
</context>
<context>
    <name>ChartStrip</name>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ChartsModel</name>
    <message>
        <source>the original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>{0} of {1}: {2}</source>
        <translation>{1} 的{0}:{2}</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>{0}; {1} from the original</source>
        <translation>{0};与原图相差 {1}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
</context>
<context>
    <name>ChartsTab</name>
    <message>
        <source>What came back of the test charts, 512 px and without the marker. They are in no mean and no J. Under a value: its difference from the original's.</source>
        <translation>测试图(512 px,不带标记)经过 VAE 后的结果。它们不计入任何平均值,也不计入 J。数值下方是与原图数值之差。</translation>
    </message>
    <message>
        <source>Figures of the test charts</source>
        <translation>测试图的指标</translation>
    </message>
    <message>
        <source>Charts as they came back</source>
        <translation>还原后的测试图</translation>
    </message>
    <message>
        <source>No test charts were measured in this run. Switch on “Test charts” in the settings of the run and run it into a new folder.</source>
        <translation>本次运行没有测量测试图。请在运行设置中打开“测试图”,并运行到新的文件夹。</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
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
    <name>ComparisonWindow</name>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} 与 {1}</translation>
    </message>
    <message>
        <source>Differences of two runs</source>
        <translation>两次运行的差异</translation>
    </message>
    <message>
        <source>{0} compared with {1}</source>
        <translation>{0} 与 {1} 的比较</translation>
    </message>
    <message>
        <source>These runs were not measured alike, so their numbers are not comparable:</source>
        <translation>这两次运行的测量方式不同，数值不可比较：</translation>
    </message>
    <message>
        <source>Compare anyway</source>
        <translation>仍要比较</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>以网页打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>▲ better than the other run, ▼ worse, by the test over the images in common; under it: other → this</source>
        <translation>▲ 优于另一次运行，▼ 劣于（依据对共同图像的检验）；下方：另一次 → 此次</translation>
    </message>
    <message>
        <source>Not measured alike, each over the images of its run, so nothing is said to be better; under it: other → this</source>
        <translation>测量条件不同，各自基于其运行的图像，因此不判定优劣；下方：另一次 → 这一次</translation>
    </message>
    <message>
        <source>Grey: not comparable; under it: other → this</source>
        <translation>灰色：不可比较；下方：另一次 → 此次</translation>
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
        <source>Every image's value, by VAE, with mean and 95 % interval</source>
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
        <source>Mean spectrum</source>
        <translation>平均频谱</translation>
    </message>
    <message>
        <source>Power kept, lost or added by frequency, over all images</source>
        <translation>各频率保留、丢失或新增的功率，基于全部图像</translation>
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
        <source>Rate–distortion</source>
        <translation>率失真</translation>
    </message>
    <message>
        <source>What quality each VAE gives for how many bits a pixel</source>
        <translation>每个 VAE 用每像素多少比特换来怎样的质量</translation>
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
    <name>CurvePlot</name>
    <message>
        <source>Contrast kept at half of the Nyquist frequency: {0}</source>
        <translation>在奈奎斯特频率一半处保留的对比度:{0}</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>cycles per pixel; dashed: Nyquist</source>
        <translation>周期/像素;虚线:奈奎斯特</translation>
    </message>
</context>
<context>
    <name>DeltasModel</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>this run {0!r}</source>
        <translation>此次运行 {0!r}</translation>
    </message>
    <message>
        <source>the other {0!r}</source>
        <translation>另一次运行 {0!r}</translation>
    </message>
    <message>
        <source>difference {0}</source>
        <translation>差异 {0}</translation>
    </message>
    <message>
        <source>not comparable: the runs were measured differently</source>
        <translation>不可比较：两次运行的测量方式不同</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>无法区分</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>only in this run</source>
        <translation>仅在此次运行</translation>
    </message>
    <message>
        <source>only in the other</source>
        <translation>仅在另一次运行</translation>
    </message>
</context>
<context>
    <name>DerivedView</name>
    <message>
        <source>Both pictures are needed, in one size.</source>
        <translation>需要两张尺寸相同的图像。</translation>
    </message>
    <message>
        <source>Loading PyTorch …</source>
        <translation>正在加载 PyTorch …</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>处理中 …</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>No program of this computer opened it; it lies here: {0}</source>
        <translation>本机没有程序打开它；位置：{0}</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>供开发者参考的信息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Copy the message and the details, to send them to somebody</source>
        <translation>复制消息和详细信息，以便发送给他人</translation>
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
        <source>the large sign is the mean, the thick line its 95 % interval so far, by Student's t</source>
        <translation>大符号为均值，粗线为其目前的 95 % 区间（按学生 t 分布）</translation>
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
        <source>{0} by VAE, {1}</source>
        <translation>各 VAE 的 {0}，{1}</translation>
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
    <name>EditMenu</name>
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
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
</context>
<context>
    <name>Exports</name>
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
        <source>SHA-256 copied: {0}</source>
        <translation>已复制 SHA-256：{0}</translation>
    </message>
    <message>
        <source>All rows as CSV (*.rows.csv)</source>
        <translation>所有行 CSV (*.rows.csv)</translation>
    </message>
    <message>
        <source>Contact sheet (*.sheet.png)</source>
        <translation>缩略图总览 (*.sheet.png)</translation>
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
    <name>Field</name>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
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
    <name>FileMenu</name>
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
        <source>Get VAEs from the Hugging Face Hub…</source>
        <translation>从 Hugging Face Hub 获取 VAE…</translation>
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
        <source>Compare sets of pictures…</source>
        <translation>比较图像集合…</translation>
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
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search, or filter: lpips &gt; 0.05 and vae == "mini"</source>
        <translation>搜索或筛选：lpips &gt; 0.05 and vae == "mini"</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Words are searched for in names and notes. Or compare: lpips &gt; 0.05, abs(rho_g - 1) &gt; 0.1, "cat" in image, not excluded; join with and, or, not.</source>
        <translation>词语在名称和备注中搜索。也可用比较式：lpips &gt; 0.05、abs(rho_g - 1) &gt; 0.1、"cat" in image、not excluded；用 and、or、not 连接。</translation>
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
        <source>Excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Images you left out of all means with C</source>
        <translation>用 C 键从所有均值中排除的图像</translation>
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
        <source>{0} of {1}</source>
        <translation>{1}中的 {0}</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Names that fit here</source>
        <translation>此处可用的名称</translation>
    </message>
</context>
<context>
    <name>ForecastLine</name>
    <message>
        <source>Use tiling</source>
        <translation>使用分块</translation>
    </message>
    <message>
        <source>Encode and decode in tiles: less memory, slightly other numbers</source>
        <translation>分块编码和解码：占用内存更少，数值略有不同</translation>
    </message>
    <message>
        <source>The time is a guess until a VAE of this kind has been run on this device.</source>
        <translation>在此设备上运行过同类 VAE 之前，时间仅为估计。</translation>
    </message>
    <message>
        <source>The time is what earlier runs on this device took.</source>
        <translation>时间依据此设备以往的运行。</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>约 {0}</translation>
    </message>
    <message>
        <source>about {0} GB of memory</source>
        <translation>内存约 {0} GB</translation>
    </message>
    <message>
        <source>{0} GB are free</source>
        <translation>可用 {0} GB</translation>
    </message>
    <message>
        <source>This will not fit into memory: {0} needs about {1} GB, {2} GB are free.</source>
        <translation>内存不足：{0} 需要约 {1} GB，可用 {2} GB。</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Less motion: nothing blinks by itself</source>
        <translation>减少动态效果：不会自动闪烁</translation>
    </message>
    <message>
        <source>Runs go into</source>
        <translation>运行保存位置</translation>
    </message>
    <message>
        <source>Everything takes effect at once and stays on this computer. A run that goes on keeps its folder.</source>
        <translation>所有更改立即生效，且仅保存在本机。正在进行的运行保留其文件夹。</translation>
    </message>
    <message>
        <source>Folder that runs go into</source>
        <translation>保存运行的文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder that runs go into</source>
        <translation>选择保存运行的文件夹</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Default folder for runs</source>
        <translation>运行的默认文件夹</translation>
    </message>
    <message>
        <source>Give the whole path, from the root or the drive on.</source>
        <translation>请输入从根目录或盘符开始的完整路径。</translation>
    </message>
    <message>
        <source>This is a file: choose a folder.</source>
        <translation>这是文件：请选择文件夹。</translation>
    </message>
</context>
<context>
    <name>HeatLegend</name>
    <message>
        <source>{0}: from {1}, worst, dark, to {2}, best, bright</source>
        <translation>{0}：从 {1}（最差，暗）到 {2}（最佳，亮）</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
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
        <source>Verify this run</source>
        <translation>验证此次运行</translation>
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
    <name>Histogram</name>
    <message>
        <source>Histograms of luma</source>
        <translation>亮度直方图</translation>
    </message>
    <message>
        <source>Luma from 0 to 255. Area: original. Line: reconstruction.</source>
        <translation>亮度 0 至 255。面积：原图；线：重建。</translation>
    </message>
    <message>
        <source>luma · area: original, line: reconstruction</source>
        <translation>亮度 · 面：原图，线：重建</translation>
    </message>
</context>
<context>
    <name>HubController</name>
    <message>
        <source>Added {0} to the VAEs.</source>
        <translation>已将 {0} 添加到 VAE 列表。</translation>
    </message>
    <message>
        <source>{0} is in the list already.</source>
        <translation>{0} 已在列表中。</translation>
    </message>
    <message>
        <source>{0} is downloaded: add it in 'Get VAEs'.</source>
        <translation>{0} 已下载：请在“获取 VAE”中添加。</translation>
    </message>
</context>
<context>
    <name>HubDetails</name>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>取消下载</translation>
    </message>
    <message>
        <source>What has arrived is kept: the next download goes on from there.</source>
        <translation>已下载部分会保留，下次从该处继续。</translation>
    </message>
    <message>
        <source>Choose a VAE above, or look one up below.</source>
        <translation>请在上方选择 VAE，或在下方查询。</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>许可证：{0}</translation>
    </message>
    <message>
        <source>size not known yet</source>
        <translation>大小未知</translation>
    </message>
    <message>
        <source>Asking the Hub for size and licence</source>
        <translation>正在向 Hub 查询大小和许可证</translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept.</source>
        <translation>已停止。已下载部分会保留。</translation>
    </message>
    <message>
        <source>It is in the cache, and works offline.</source>
        <translation>已在缓存中，可离线使用。</translation>
    </message>
    <message>
        <source>Accept the licence on its page and log in with 'hf auth login' first.</source>
        <translation>请先在其页面接受许可证，并用 'hf auth login' 登录。</translation>
    </message>
    <message>
        <source>Goes into {0}</source>
        <translation>存入 {0}</translation>
    </message>
    <message>
        <source>The Hub offers {0}.</source>
        <translation>Hub 提供 {0}。</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>添加到列表</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Download {0}</source>
        <translation>下载 {0}</translation>
    </message>
</context>
<context>
    <name>HubDialog</name>
    <message>
        <source>Get VAEs</source>
        <translation>获取 VAE</translation>
    </message>
    <message>
        <source>Search: sdxl mit, flux, 16 ch, tiny</source>
        <translation>搜索：sdxl mit、flux、16 ch、tiny</translation>
    </message>
    <message>
        <source>Search the known VAEs</source>
        <translation>搜索已知的 VAE</translation>
    </message>
    <message>
        <source>org/name, org/name:subfolder, org/name:file, or the address of its page</source>
        <translation>org/name、org/name:subfolder、org/name:file，或其页面地址</translation>
    </message>
    <message>
        <source>Id of any other VAE of the Hub</source>
        <translation>Hub 上其他 VAE 的 ID</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Ask the Hub for size and licence; nothing is downloaded yet.</source>
        <translation>向 Hub 查询大小和许可证；此时不会下载。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Downloads go on.</source>
        <translation>下载继续进行。</translation>
    </message>
    <message>
        <source>Known VAEs</source>
        <translation>已知的 VAE</translation>
    </message>
    <message>
        <source>&amp;Any other</source>
        <translation>其他(&amp;A)</translation>
    </message>
    <message>
        <source>VAELab contacts the Hub only when you press Look up or Download. Files go into the Hugging Face cache.</source>
        <translation>在按“查询”或“下载”之前不会连接任何服务器。文件存入 Hugging Face 缓存。</translation>
    </message>
    <message>
        <source>none: look it up below</source>
        <translation>无：请在下方查询</translation>
    </message>
</context>
<context>
    <name>HubTable</name>
    <message>
        <source>Whose latent space it has: VAEs of one space can decode what the others encode.</source>
        <translation>所用的潜空间：同一空间的 VAE 可互相解码。</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜变量</translation>
    </message>
</context>
<context>
    <name>HubWords</name>
    <message>
        <source>starting</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>in cache</source>
        <translation>已缓存</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>查询中</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>可下载</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{0}, login</source>
        <translation>{0}，需登录</translation>
    </message>
    <message>
        <source>Checking the checksum</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Waiting to try again: {0}</source>
        <translation>等待重试：{0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} per second</source>
        <translation>每秒 {0}</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
</context>
<context>
    <name>ImagesCard</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>选择图像文件夹</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
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
        <source>Remove; this can be undone</source>
        <translation>移除（可撤销）</translation>
    </message>
    <message>
        <source>next run</source>
        <translation>下次运行</translation>
    </message>
    <message>
        <source>It was added while a run went on</source>
        <translation>在运行期间添加</translation>
    </message>
    <message>
        <source>A run uses these images: they can be removed when the run has ended</source>
        <translation>运行正在使用这些图像：运行结束后可移除</translation>
    </message>
</context>
<context>
    <name>ImagesTab</name>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>最差在前</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>最佳在前</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>The clipboard holds nothing to take: copy the path of a folder, an image or a VAE, or a name such as mini or jpeg:75.</source>
        <translation>剪贴板中没有可用内容：请复制文件夹、图像或 VAE 的路径，或 mini、jpeg:75 之类的名称。</translation>
    </message>
    <message>
        <source>{0} was not taken: {1}</source>
        <translation>未接受 {0}：{1}</translation>
    </message>
    <message>
        <source>What was added waits for the next run.</source>
        <translation>新增内容将等待下次运行。</translation>
    </message>
    <message>
        <source>The images lie in subfolders, which are not looked into.</source>
        <translation>图像位于子文件夹中，而子文件夹未被查找。</translation>
    </message>
    <message>
        <source>Include subfolders</source>
        <translation>包含子文件夹</translation>
    </message>
    <message>
        <source>{0} VAEs were added.</source>
        <translation>已添加 {0} 个 VAE。</translation>
    </message>
    <message>
        <source>{0} was not taken: {1}.</source>
        <translation>未接受 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} files were not taken.</source>
        <translation>有 {0} 个文件未被接受。</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Only the first of {0} runs is opened.</source>
        <translation>在 {0} 次运行中仅打开第一个。</translation>
    </message>
</context>
<context>
    <name>JudgeChoices</name>
    <message>
        <source>← Left is closer</source>
        <translation>← 左边更接近</translation>
    </message>
    <message>
        <source>↓ No difference</source>
        <translation>↓ 没有差别</translation>
    </message>
    <message>
        <source>→ Right is closer</source>
        <translation>→ 右边更接近</translation>
    </message>
    <message>
        <source>← Real</source>
        <translation>← 真实</translation>
    </message>
    <message>
        <source>→ Generated</source>
        <translation>→ 生成</translation>
    </message>
    <message>
        <source>1 not at all</source>
        <translation>1 完全不</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3 fairly</source>
        <translation>3 一般</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>5 entirely</source>
        <translation>5 完全</translation>
    </message>
</context>
<context>
    <name>JudgeResults</name>
    <message>
        <source>What the judges found</source>
        <translation>评判者的结果</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>返回运行</translation>
    </message>
    <message>
        <source>Counting the answers …</source>
        <translation>正在统计回答……</translation>
    </message>
</context>
<context>
    <name>JudgeStart</name>
    <message>
        <source>Blind test</source>
        <translation>盲测</translation>
    </message>
    <message>
        <source>Pictures are shown without the names of their VAEs, in an order and on sides drawn by chance. Each answer is written down at once: you can stop at any time and go on later. The names are told at the end.</source>
        <translation>图像显示时不带 VAE 名称，顺序和左右位置随机抽取。每个回答都会立即记录：可以随时停止，以后继续。名称在最后公布。</translation>
    </message>
    <message>
        <source>your name or initials</source>
        <translation>您的姓名或缩写</translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation>评判者(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Closer: which of two reconstructions is closer to the original?</source>
        <translation>更接近(&amp;C)：两个重建图中哪个更接近原图？</translation>
    </message>
    <message>
        <source>R&amp;eal?: is one picture an original, or did a VAE make it?</source>
        <translation>真假(&amp;E)：一张图像是原图，还是由 VAE 生成？</translation>
    </message>
    <message>
        <source>Ra&amp;te: how real, different, fitting and creative, from 1 to 5?</source>
        <translation>评分(&amp;T)：真实、多样、贴切、有创意的程度，1 到 5 分</translation>
    </message>
    <message>
        <source>Another seed draws another order and other sides.</source>
        <translation>不同的随机种子抽取不同的顺序和左右位置。</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>随机种子(&amp;S)</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>JudgeWindow</name>
    <message>
        <source>Blind test — VAELab</source>
        <translation>盲测 — VAELab</translation>
    </message>
    <message>
        <source>Previous (Backspace)</source>
        <translation>上一个 (Backspace)</translation>
    </message>
    <message>
        <source>Finish (Esc)</source>
        <translation>结束 (Esc)</translation>
    </message>
    <message>
        <source>You have answered everything there is to this question: choose another one, or another name.</source>
        <translation>此问题已全部回答：请选择其他问题或其他姓名。</translation>
    </message>
    <message>
        <source>There is nothing to ask: this takes saved pictures of two VAEs, or of one and its originals.</source>
        <translation>没有可问的内容：需要两个 VAE 的已保存图像，或一个 VAE 及其原图。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0}, passed over for want of pictures: {1}</source>
        <translation>{0}，因缺少图像而跳过：{1}</translation>
    </message>
    <message>
        <source>Hold 1, 2 or 3 to see the left picture, the original or the right one alone. Z: full size, wheel: zoom, drag: move.</source>
        <translation>按住 1、2 或 3 可单独查看左图、原图或右图。Z：原始大小，滚轮：缩放，拖动：移动。</translation>
    </message>
    <message>
        <source>Z: full size, wheel: zoom, drag: move.</source>
        <translation>Z：原始大小，滚轮：缩放，拖动：移动。</translation>
    </message>
    <message>
        <source>Your answer could not be written: make room on the disk, and choose again.</source>
        <translation>无法写入您的回答：请腾出磁盘空间，然后重新选择。</translation>
    </message>
    <message>
        <source>{0} of {1} answered. The names are told when all are: go on with Run › Judge….</source>
        <translation>已回答 {0}/{1}。全部回答后才会显示名称:请用“运行 › 评判……”继续。</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>还没有人回答。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Search actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作与快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation>在此按下新快捷键</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>新快捷键：</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>This key instead of those the action has</source>
        <translation>用此键替换该操作现有的键</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>This key beside those the action has</source>
        <translation>在该操作现有的键之外加上此键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>The key this action had at first</source>
        <translation>恢复该操作最初的键</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>重置所有快捷键</translation>
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
        <source>At first: {0}</source>
        <translation>初始：{0}</translation>
    </message>
    <message>
        <source>{0} is already the key of “{1}”. “Use” or “Add” takes it from there.</source>
        <translation>{0} 已是“{1}”的快捷键。按“使用”或“添加”会从那里取走。</translation>
    </message>
    <message>
        <source>{0} is free.</source>
        <translation>{0} 未被占用。</translation>
    </message>
    <message>
        <source>“{0}”: press a new key in the field, then “Use”.</source>
        <translation>“{0}”：在输入框中按下新键，然后按“使用”。</translation>
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
    <name>LookingKeys</name>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>滑动</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Map of the error</source>
        <translation>误差图</translation>
    </message>
    <message>
        <source>All VAEs at once</source>
        <translation>同时显示所有 VAE</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
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
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Gain: the same one gives colours the same meaning for all VAEs and images; Auto ends at each picture's own largest value</source>
        <translation>增益：相同时颜色在所有 VAE 和图像中含义一致；“自动”以每张图像自身的最大值为上限</translation>
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
        <source>Seen difference: FLIP</source>
        <translation>可见差异：FLIP</translation>
    </message>
    <message>
        <source>Learned difference: LPIPS</source>
        <translation>学习型差异：LPIPS</translation>
    </message>
    <message>
        <source>Spectra of both</source>
        <translation>两者的频谱</translation>
    </message>
    <message>
        <source>mean {0:.3f} · median {1:.3f}, quartiles {2:.3f} and {3:.3f}, weighted by the error · {4:.0f} pixels per degree</source>
        <translation>均值 {0:.3f} · 按误差加权的中位数 {1:.3f}，四分位数 {2:.3f} 与 {3:.3f} · 每度 {4:.0f} 像素</translation>
    </message>
    <message>
        <source>mean {0:.3g} · largest {1:.3g}</source>
        <translation>均值 {0:.3g} · 最大 {1:.3g}</translation>
    </message>
    <message>
        <source>LPIPS itself, {0:.4f}, averages before the layers are enlarged</source>
        <translation>LPIPS 本身为 {0:.4f}，在各层放大之前取平均</translation>
    </message>
    <message>
        <source>LPIPS itself averages before the layers are enlarged</source>
        <translation>LPIPS 本身在各层放大之前取平均</translation>
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
        <source>expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>no marker with this picture</source>
        <translation>此图像没有标记</translation>
    </message>
    <message>
        <source>The marker's pictures were not kept: set “Save images” to “all” to look at them later.</source>
        <translation>未保留标记的图像：要在以后查看，请将“保存图像”设为“all”。</translation>
    </message>
</context>
<context>
    <name>MeanSpectrumView</name>
    <message>
        <source>Computing the spectra of {0} …</source>
        <translation>正在计算 {0}的频谱 …</translation>
    </message>
    <message>
        <source>The pictures of this run were not kept, so there are no spectra to show.</source>
        <translation>此运行的图片未保留，因此没有频谱可显示。</translation>
    </message>
    <message>
        <source>power of the reconstruction / original</source>
        <translation>功率：重建 / 原图</translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation>每像素周期数</translation>
    </message>
    <message>
        <source>geometric mean over the images of the power of luma in rings of equal frequency</source>
        <translation>等频率环内亮度功率在所有图像上的几何平均</translation>
    </message>
    <message>
        <source>1 keeps it, less is blur, more is added</source>
        <translation>1 为保留，小于 1 为模糊，大于 1 为新增</translation>
    </message>
    <message>
        <source>band: the middle half of the images</source>
        <translation>色带：中间一半的图像</translation>
    </message>
    <message>
        <source>dotted: bounds of the low, middle and high band</source>
        <translation>点线：低、中、高频带的边界</translation>
    </message>
    <message>
        <source>{0} of {1} so far</source>
        <translation>目前 {1}中的 {0} 张</translation>
    </message>
    <message>
        <source>a sample of {0} images</source>
        <translation>抽样 {0} 张图像</translation>
    </message>
    <message>
        <source>Mean spectrum over that of the originals, {0}</source>
        <translation>相对原图的平均频谱，{0}</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
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
        <source>Charts</source>
        <translation>测试图</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
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
        <source>marker {0}, second pass</source>
        <translation>标记 {0}，第二遍</translation>
    </message>
    <message>
        <source>marker {0}, in the picture</source>
        <translation>标记 {0}，在图像中</translation>
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
    <message>
        <source>A run uses these options: they can be changed when the run has ended.</source>
        <translation>运行正在使用这些选项：运行结束后可更改。</translation>
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
        <source>{5}: {0} lower on {1} of {2}, {3} on {4}</source>
        <translation>{5}：{2}中 {0} 在 {1} 张更低，{3} 在 {4} 张</translation>
    </message>
    <message>
        <source>{5}: {0} better on {1} of {2}, {3} on {4}</source>
        <translation>{5}：{2}中 {0} 在 {1} 张更好，{3} 在 {4} 张</translation>
    </message>
    <message>
        <source>, equal on {0}</source>
        <translation>，{0} 张相同</translation>
    </message>
    <message>
        <source>mean difference {0}</source>
        <translation>平均差异 {0}</translation>
    </message>
    <message>
        <source>mean difference {0}, 95 % interval {1} to {2}</source>
        <translation>平均差异 {0}，95 % 区间 {1} 至 {2}</translation>
    </message>
    <message>
        <source>mean difference {0}, 95 % interval so far {1} to {2}, by Student's t</source>
        <translation>平均差异 {0}，目前的 95 % 区间 {1} 至 {2}（按学生 t 分布）</translation>
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
    <name>PictureExport</name>
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
        <source>'{0}' cannot be written: choose another place.</source>
        <translation>无法写入“{0}”：请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>PinList</name>
    <message>
        <source>Pinned pixels</source>
        <translation>已固定的像素</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the values of all pins as a table</source>
        <translation>将所有固定点的值复制为表格</translation>
    </message>
    <message>
        <source>Copy the values of all pins</source>
        <translation>复制所有固定点的值</translation>
    </message>
    <message>
        <source>Unpin all</source>
        <translation>全部取消固定</translation>
    </message>
    <message>
        <source>Take all pins away</source>
        <translation>取消所有固定点</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>固定点</translation>
    </message>
    <message>
        <source>Values at pin {0}</source>
        <translation>固定点 {0} 的值</translation>
    </message>
    <message>
        <source>Take pin {0} away</source>
        <translation>取消固定点 {0}</translation>
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
    <name>ProbeBox</name>
    <message>
        <source>There are {0} pins already: take one away first.</source>
        <translation>已有 {0} 个固定点：请先取消一个。</translation>
    </message>
    <message>
        <source>Take this pin away</source>
        <translation>取消此固定点</translation>
    </message>
    <message>
        <source>Pin this pixel</source>
        <translation>固定此像素</translation>
    </message>
    <message>
        <source>Take all pins away</source>
        <translation>取消所有固定点</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>缩放至 100 %</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>It is run again when this run has ended: {0}.</source>
        <translation>此次运行结束后将重新运行：{0}。</translation>
    </message>
    <message>
        <source>Do not retry</source>
        <translation>不重试</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>{0} could not be loaded</source>
        <translation>无法加载 {0}</translation>
    </message>
    <message>
        <source>{0} failed on the first image</source>
        <translation>{0} 在第一张图像上失败</translation>
    </message>
    <message>
        <source>{0} stopped after 1 image</source>
        <translation>{0} 在 1 张图像后停止</translation>
    </message>
    <message>
        <source>{0} stopped after {1} images</source>
        <translation>{0} 在 {1} 张图像后停止</translation>
    </message>
    <message>
        <source>Use tiling</source>
        <translation>使用分块</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>使用 CPU</translation>
    </message>
    <message>
        <source>Retry in {0}</source>
        <translation>以 {0} 重试</translation>
    </message>
    <message>
        <source>in tiles</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>on the CPU</source>
        <translation>在 CPU 上</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>以 {0}</translation>
    </message>
    <message>
        <source>Ignore this VAE; the others keep running</source>
        <translation>保持现状：不影响其他 VAE</translation>
    </message>
    <message>
        <source>Run this VAE alone in a new run, in tiles: less memory, slightly other numbers</source>
        <translation>单独以分块方式重新运行此 VAE：占用内存更少，数值略有不同</translation>
    </message>
    <message>
        <source>Run this VAE alone in a new run, with the same images and options</source>
        <translation>以相同的图像和选项单独重新运行此 VAE</translation>
    </message>
</context>
<context>
    <name>RateDistortion</name>
    <message>
        <source>No VAE has both a rate in bits per pixel and a finite mean of {0}: a rate is known of VAEs with a posterior or a codebook.</source>
        <translation>没有 VAE 同时具有每像素比特数和有限的{0}平均值:只有带后验分布或码本的 VAE 才有码率。</translation>
    </message>
    <message>
        <source>lines: 95 % intervals of the means</source>
        <translation>线段:平均值的 95 % 区间</translation>
    </message>
    <message>
        <source>codes of a codebook are counted, the rate of a posterior is its KL divergence: two kinds that are not the same quantity</source>
        <translation>码本按码字计数,后验分布的码率是其 KL 散度:两者不是同一个量</translation>
    </message>
    <message>
        <source>without a rate, or without a finite mean: {0}</source>
        <translation>没有码率或没有有限平均值:{0}</translation>
    </message>
    <message>
        <source>{0} over {1}, a sign a VAE</source>
        <translation>{0} 对 {1},每个 VAE 一个符号</translation>
    </message>
</context>
<context>
    <name>RecentRuns</name>
    <message>
        <source>Recent runs</source>
        <translation>最近的运行</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>{0} images</source>
        <translation>{0} 张图像</translation>
    </message>
    <message>
        <source>Take into the means again</source>
        <translation>重新计入均值</translation>
    </message>
    <message>
        <source>Exclude from means</source>
        <translation>从均值中排除</translation>
    </message>
    <message>
        <source>For every VAE. The row stays in sight, the record is not touched.</source>
        <translation>适用于所有 VAE。该行仍然显示，记录不受影响。</translation>
    </message>
    <message>
        <source>Take the flag away</source>
        <translation>取消标记</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Show only this image</source>
        <translation>仅显示此图像</translation>
    </message>
    <message>
        <source>Show only {0}</source>
        <translation>仅显示 {0}</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy rows as Markdown</source>
        <translation>将行复制为 Markdown</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>Flagged (X)</source>
        <translation>已标记 (X)</translation>
    </message>
    <message>
        <source>Excluded from all means (C)</source>
        <translation>已从所有均值中排除 (C)</translation>
    </message>
    <message>
        <source>{0}, excluded from means</source>
        <translation>{0}，已从均值中排除</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
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
    <name>RunCard</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Remove from this list (its files are kept)</source>
        <translation>不再显示；其文件保留</translation>
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
        <source>Ended early: {0} of {1}</source>
        <translation>提前结束：{1}中的 {0} 张</translation>
    </message>
    <message>
        <source>{0} VAEs</source>
        <translation>{0} 个 VAE</translation>
    </message>
    <message>
        <source>1 VAE</source>
        <translation>1 个 VAE</translation>
    </message>
    <message>
        <source>Closest: {1}, J {0}</source>
        <translation>最接近：{1}，J {0}</translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>Run to compare with</source>
        <translation>要比较的运行</translation>
    </message>
    <message>
        <source>Compared: {0}</source>
        <translation>已比较：{0}</translation>
    </message>
</context>
<context>
    <name>RunHistory</name>
    <message>
        <source>{0} can be opened when the run that goes on has ended.</source>
        <translation>当前运行结束后可打开 {0}。</translation>
    </message>
    <message>
        <source>This run cannot be continued: {0}</source>
        <translation>无法继续此运行：{0}</translation>
    </message>
    <message>
        <source>This run ended early, with {0}.</source>
        <translation>此运行提前结束：现有 {0}。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>{0} is no longer offered; its files stay.</source>
        <translation>不再显示 {0}；其文件保留。</translation>
    </message>
</context>
<context>
    <name>RunMenu</name>
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
        <source>Judge…</source>
        <translation>评判……</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>Run into {0}</source>
        <translation>运行至 {0}</translation>
    </message>
    <message>
        <source>Left out {0}: {1}</source>
        <translation>已排除 {0}：{1}</translation>
    </message>
    <message>
        <source>Kept of an earlier start: {0}</source>
        <translation>保留之前的 {0}</translation>
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
    <name>RunOutcomeBanner</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Retry the failed VAEs</source>
        <translation>重试失败的 VAE</translation>
    </message>
    <message>
        <source>Run with what was added</source>
        <translation>用新增内容运行</translation>
    </message>
    <message>
        <source>Run the added VAE</source>
        <translation>运行新增的 VAE</translation>
    </message>
    <message>
        <source>Run the {0} added VAEs</source>
        <translation>运行新增的 {0} 个 VAE</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
    <message>
        <source>Compare with the run before</source>
        <translation>与上一次运行比较</translation>
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
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 失败：{1}</translation>
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
    <name>Saving</name>
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
        <source>left out, without finite values: {0}</source>
        <translation>已排除无有限值的 {0}</translation>
    </message>
    <message>
        <source>a sample of {0} is drawn, and all extremes</source>
        <translation>绘制 {0} 个样本及所有极值</translation>
    </message>
    <message>
        <source>{0} over {1}, {2}</source>
        <translation>{0} 对 {1}，{2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>SetsCard</name>
    <message>
        <source>Sets</source>
        <translation>集合</translation>
    </message>
    <message>
        <source>All originals against all reconstructions, as two sets: press to fold or unfold</source>
        <translation>把所有原图与所有重建图作为两个集合比较：点按可折叠或展开</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>集合</translation>
    </message>
</context>
<context>
    <name>SetsDialog</name>
    <message>
        <source>Compare sets of pictures</source>
        <translation>比较图像集合</translation>
    </message>
    <message>
        <source>Real pictures</source>
        <translation>真实图像</translation>
    </message>
    <message>
        <source>Held-out real pictures</source>
        <translation>未参与训练的真实图像</translation>
    </message>
    <message>
        <source>optional: asks whether the generator copies</source>
        <translation>可选：检查生成器是否照抄</translation>
    </message>
    <message>
        <source>Generated sets</source>
        <translation>生成的集合</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>alexnet ships with VAELab; inception needs its file, and gives FID, KID and inception score</source>
        <translation>alexnet 随 VAELab 提供；inception 需要其文件，可给出 FID、KID 和 Inception Score</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nearest pictures</source>
        <translation>最近的图像</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: {0}</source>
        <translation>选择：{0}</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>Choose a folder of real pictures first.</source>
        <translation>请先选择真实图像的文件夹。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止；未写入任何内容。</translation>
    </message>
    <message>
        <source>Those nearest to a real picture; below each, that real picture</source>
        <translation>最接近真实图像的图像；下方为对应的真实图像</translation>
    </message>
    <message>
        <source>Drawn at random; below each, its nearest real picture</source>
        <translation>随机抽取；下方为其最近的真实图像</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <source>study of precisions</source>
        <translation>精度对比</translation>
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
        <source>{0} is a program: trust its file, or untick or remove it.</source>
        <translation>{0} 是程序：请信任其文件，或取消勾选或移除。</translation>
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
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} 张图像</translation>
    </message>
    <message>
        <source>1 VAE</source>
        <translation>1 个 VAE</translation>
    </message>
    <message>
        <source>{0} VAEs</source>
        <translation>{0} 个 VAE</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Every key can be changed in the settings.</source>
        <translation>所有快捷键均可在设置中更改。</translation>
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
        <source>Mouse in the viewer</source>
        <translation>查看器中的鼠标操作</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
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
</context>
<context>
    <name>StatusMeter</name>
    <message>
        <source>Memory of the GPU: in use by all programs, total, most since the run began</source>
        <translation>GPU 显存：所有程序占用、总量、运行以来峰值</translation>
    </message>
    <message>
        <source>Memory of this computer: in use by all programs, total</source>
        <translation>本机内存：所有程序占用、总量</translation>
    </message>
    <message>
        <source>What the run runs on, and in which precision</source>
        <translation>运行所用的设备与精度</translation>
    </message>
    <message>
        <source>Each row is on disk as soon as it is measured</source>
        <translation>每一行测量后立即写入磁盘</translation>
    </message>
    <message>
        <source>RAM {0}/{1} GB</source>
        <translation>RAM {0}/{1} GB</translation>
    </message>
    <message>
        <source>VRAM {0}/{1} GB (peak {2})</source>
        <translation>VRAM {0}/{1} GB（峰值 {2}）</translation>
    </message>
    <message>
        <source>run saved</source>
        <translation>运行已保存</translation>
    </message>
    <message>
        <source>rows rescued into {0}</source>
        <translation>各行已转存到 {0}</translation>
    </message>
    <message>
        <source>run saved {0} ago</source>
        <translation>运行已于 {0} 前保存</translation>
    </message>
</context>
<context>
    <name>SummaryModel</name>
    <message>
        <source>{0} failed</source>
        <translation>{0} 个失败</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>文字评价</translation>
    </message>
    <message>
        <source>Each quality in a word; the tooltip of a cell has the thresholds.</source>
        <translation>以一个词概括各项质量；阈值见单元格的提示。</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images that the means are made of: those that all VAEs have finished.</source>
        <translation>构成均值的图像数：所有 VAE 均已完成的图像。</translation>
    </message>
    <message>
        <source>not compared: {0}</source>
        <translation>不参与比较：{0}</translation>
    </message>
    <message>
        <source>∞ on {0} of {1}</source>
        <translation>{1} 张中 {0} 张为 ∞</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>95 % interval of the mean: {0:.4g} to {1:.4g}</source>
        <translation>均值的 95 % 区间：{0:.4g} 至 {1:.4g}</translation>
    </message>
    <message>
        <source>over {0}</source>
        <translation>基于 {0}</translation>
    </message>
    <message>
        <source>∞ on {0} of {1}; the mean is of the finite ones</source>
        <translation>{1} 张中 {0} 张为 ∞；均值仅取有限值</translation>
    </message>
    <message>
        <source>mean distance of the images from {0:g}: {1:.4g}</source>
        <translation>各图像与 {0:g} 的平均距离：{1:.4g}</translation>
    </message>
    <message>
        <source>Against {0}:</source>
        <translation>与 {0} 相比：</translation>
    </message>
    <message>
        <source>difference {0:+.4g}</source>
        <translation>差异 {0:+.4g}</translation>
    </message>
    <message>
        <source>95 % interval {0:+.4g} to {1:+.4g}</source>
        <translation>95 % 区间 {0:+.4g} 至 {1:+.4g}</translation>
    </message>
    <message>
        <source>better on {0} of {1}</source>
        <translation>在 {1}中的 {0} 张上更好</translation>
    </message>
    <message>
        <source>p = {0} after Holm</source>
        <translation>p = {0}（Holm 校正后）</translation>
    </message>
    <message>
        <source>≈ these images do not tell them apart</source>
        <translation>≈ 这些图像无法区分两者</translation>
    </message>
    <message>
        <source>▲ better</source>
        <translation>▲ 更好</translation>
    </message>
    <message>
        <source>▼ worse</source>
        <translation>▼ 更差</translation>
    </message>
    <message>
        <source>{0} excluded</source>
        <translation>已排除 {0} 张</translation>
    </message>
    <message>
        <source>n = {0}</source>
        <translation>n = {0}</translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message>
        <source>Show the excluded images</source>
        <translation>显示已排除的图像</translation>
    </message>
    <message>
        <source>Difference to</source>
        <translation>差异基准</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>● best   ○ second best, where the test decides</source>
        <translation>● 最佳   ○ 次佳（以检验能判定为限）</translation>
    </message>
    <message>
        <source>{0} columns are read together, each corrected for itself</source>
        <translation>同时阅读 {0} 列，每列各自校正</translation>
    </message>
    <message>
        <source>A mark is given where the paired test decides. Columns with an arrow (→) are judged by the mean distance of the images from the ideal.</source>
        <translation>仅当配对检验能判定时才给出标记。带箭头（→）的列按各图像与理想值的平均距离判定。</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>最佳在前</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse, ≈ not told apart; under it: on how many of the images it is better</source>
        <translation>▲ 更好，▼ 更差，≈ 无法区分；下方：更好的图像张数</translation>
    </message>
    <message>
        <source>[ ] 95 % interval of the mean</source>
        <translation>[ ] 均值的 95 % 区间</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>n = {0} ({1} excluded)</source>
        <translation>n = {0}（已排除 {1} 张）</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>最差在前</translation>
    </message>
</context>
<context>
    <name>ThumbStrip</name>
    <message>
        <source>The first of {0}, as they will be measured</source>
        <translation>{0}中的前几张，按测量时的样子</translation>
    </message>
    <message>
        <source>Your images, as they will be measured</source>
        <translation>你的图像，按测量时的样子</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Pictures of this trial</source>
        <translation>本次试验的图像</translation>
    </message>
</context>
<context>
    <name>TrustCard</name>
    <message>
        <source>{0} is a program</source>
        <translation>{0} 是程序</translation>
    </message>
    <message>
        <source>press the button, which holds until the window closes</source>
        <translation>点击按钮（窗口关闭后即失效）</translation>
    </message>
    <message>
        <source>Trust this file</source>
        <translation>信任此文件</translation>
    </message>
    <message>
        <source>Let the program run when this VAE is measured</source>
        <translation>测量此 VAE 时允许运行该程序</translation>
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
    <name>UnusedGPUButton</name>
    <message>
        <source>{0} GPU not used</source>
        <translation>未使用 {0} GPU</translation>
    </message>
    <message>
        <source>The installed PyTorch cannot use the {0} GPU: click to see what to do</source>
        <translation>已安装的 PyTorch 无法使用 {0} GPU：点击查看解决办法</translation>
    </message>
</context>
<context>
    <name>UnusedGPUDialog</name>
    <message>
        <source>{0} GPU not used</source>
        <translation>未使用 {0} GPU</translation>
    </message>
    <message>
        <source>This computer has the driver of an {0} GPU, but the {1} build of PyTorch is installed. VAEs run many times faster with the {2} build.</source>
        <translation>这台电脑装有 {0} GPU 的驱动程序，但安装的是 PyTorch 的 {1} 版本。使用 {2} 版本时，VAE 的运行速度会快很多倍。</translation>
    </message>
    <message>
        <source>Close VAELab, run these commands in a terminal, then start VAELab again. The download is a few GB.</source>
        <translation>请关闭 VAELab，在终端中运行以下命令，然后重新启动 VAELab。下载量为数 GB。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>VAEMenu</name>
    <message>
        <source>Used by the run: it can be changed afterwards</source>
        <translation>运行正在使用：结束后可更改</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Compare others with it</source>
        <translation>作为比较基准</translation>
    </message>
    <message>
        <source>Add once more in</source>
        <translation>以其他精度再添加</translation>
    </message>
    <message>
        <source>each of {0}</source>
        <translation>{0} 各一个</translation>
    </message>
    <message>
        <source>A study of precisions: the summary says how each differs from fp32</source>
        <translation>精度对比:摘要会说明各自与 fp32 的差异</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>复制 SHA-256</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>as in the options</source>
        <translation>同选项</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>as its family is built</source>
        <translation>按其模型系列的默认方式</translation>
    </message>
    <message>
        <source>Padding at the edges</source>
        <translation>边缘填充</translation>
    </message>
    <message>
        <source>Encode with</source>
        <translation>编码所用的 VAE</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>训练权重</translation>
    </message>
    <message>
        <source>averaged (EMA)</source>
        <translation>平均权重 (EMA)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>its own encoder</source>
        <translation>自身的编码器</translation>
    </message>
</context>
<context>
    <name>VAERow</name>
    <message>
        <source>Use {0}</source>
        <translation>使用 {0}</translation>
    </message>
    <message>
        <source>Name of {0} in tables</source>
        <translation>{0} 在表格中的名称</translation>
    </message>
    <message>
        <source>A run uses this VAE: it can be changed when the run has ended.</source>
        <translation>运行正在使用此 VAE：运行结束后可更改。</translation>
    </message>
    <message>
        <source>next run</source>
        <translation>下次运行</translation>
    </message>
    <message>
        <source>It was added while a run went on</source>
        <translation>在运行期间添加</translation>
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
        <source>a program, which was not run</source>
        <translation>程序（未运行）</translation>
    </message>
    <message>
        <source>encoder of {0}</source>
        <translation>{0} 的编码器</translation>
    </message>
    <message>
        <source>padding {0}</source>
        <translation>填充 {0}</translation>
    </message>
    <message>
        <source>EMA weights</source>
        <translation>EMA 权重</translation>
    </message>
    <message>
        <source>What to do with {0}</source>
        <translation>对 {0} 的操作</translation>
    </message>
    <message>
        <source>The same file as {0}</source>
        <translation>与 {0} 为同一文件</translation>
    </message>
    <message>
        <source>reading the header …</source>
        <translation>正在读取文件头 …</translation>
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
        <source>From the Hugging Face Hub…</source>
        <translation>从 Hugging Face Hub…</translation>
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
        <source>A file, a folder, or a built-in</source>
        <translation>文件、文件夹或内置</translation>
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
    <name>VerificationWindow</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最大偏差</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>common images</source>
        <translation>共同图像</translation>
    </message>
    <message>
        <source>means and percentiles</source>
        <translation>均值与百分位数</translation>
    </message>
    <message>
        <source>intervals of means</source>
        <translation>均值的区间</translation>
    </message>
    <message>
        <source>J and its terms</source>
        <translation>J 及其各项</translation>
    </message>
    <message>
        <source>intervals of J and its terms</source>
        <translation>J 及其各项的区间</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>intervals of differences</source>
        <translation>差异的区间</translation>
    </message>
    <message>
        <source>p-values</source>
        <translation>p 值</translation>
    </message>
    <message>
        <source>verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>ranks and letters</source>
        <translation>名次与字母</translation>
    </message>
    <message>
        <source>protocol hash</source>
        <translation>协议哈希</translation>
    </message>
    <message>
        <source>Verify {0}</source>
        <translation>验证 {0}</translation>
    </message>
    <message>
        <source>Reading the run</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>How far the verification is</source>
        <translation>验证进度</translation>
    </message>
    <message>
        <source>What was not recomputed, and the libraries</source>
        <translation>未重新计算的内容与所用库</translation>
    </message>
    <message>
        <source>Worst deviation of each column</source>
        <translation>每列的最大偏差</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Recomputing rows from their pictures: {0} of {1}</source>
        <translation>正在从图像重新计算各行：{0} / {1}</translation>
    </message>
    <message>
        <source>Recomputing the summary: column {0} of {1}</source>
        <translation>正在重新计算摘要：第 {0} 列，共 {1} 列</translation>
    </message>
    <message>
        <source>With {0}.</source>
        <translation>使用：{0}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
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
        <source>Charts</source>
        <translation>测试图</translation>
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
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Swipe: drag the line</source>
        <translation>滑动：拖动分割线</translation>
    </message>
    <message>
        <source>Blink: both in one place, in turn</source>
        <translation>闪烁：在同一位置交替显示</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Map of the error</source>
        <translation>误差图</translation>
    </message>
    <message>
        <source>All VAEs at once</source>
        <translation>同时显示所有 VAE</translation>
    </message>
    <message>
        <source>Hold to see the original in place</source>
        <translation>按住以在原位查看原图</translation>
    </message>
    <message>
        <source>Hold to enlarge the spot under the pointer</source>
        <translation>按住以放大指针处</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>交换两侧</translation>
    </message>
    <message>
        <source>Pin the pixel in the middle; the key, the one under the pointer</source>
        <translation>固定中央像素；按键则固定指针处像素</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Marker: expected and read</source>
        <translation>标记：预期值与读取值</translation>
    </message>
</context>
<context>
    <name>ViewerKeys</name>
    <message>
        <source>Hold: original in place</source>
        <translation>按住：原位显示原图</translation>
    </message>
    <message>
        <source>Hold: loupe on both pictures</source>
        <translation>按住：两张图像上显示放大镜</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>交换两侧</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next VAE of the same image</source>
        <translation>同一图像的下一个 VAE</translation>
    </message>
    <message>
        <source>Previous VAE of the same image</source>
        <translation>同一图像的上一个 VAE</translation>
    </message>
    <message>
        <source>Worst, next worst</source>
        <translation>最差、次差</translation>
    </message>
    <message>
        <source>Back to the worse</source>
        <translation>返回更差的一个</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Pan left; in swipe, move the line</source>
        <translation>向左平移；滑动模式下移动分割线</translation>
    </message>
    <message>
        <source>Pan right; in swipe, move the line</source>
        <translation>向右平移；滑动模式下移动分割线</translation>
    </message>
    <message>
        <source>Pan up</source>
        <translation>向上平移</translation>
    </message>
    <message>
        <source>Pan down</source>
        <translation>向下平移</translation>
    </message>
    <message>
        <source>{0}, ten times as far</source>
        <translation>{0}，十倍距离</translation>
    </message>
    <message>
        <source>More gain</source>
        <translation>提高增益</translation>
    </message>
    <message>
        <source>Less gain</source>
        <translation>降低增益</translation>
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
        <source>Pin the probe, or take the pin away</source>
        <translation>固定或取消固定取样点</translation>
    </message>
    <message>
        <source>Take all pins away</source>
        <translation>取消所有固定点</translation>
    </message>
    <message>
        <source>Flag the image</source>
        <translation>标记图像</translation>
    </message>
    <message>
        <source>Leave the image out of the means</source>
        <translation>将图像排除在均值之外</translation>
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
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>100 %: one image pixel per screen pixel</source>
        <translation>100 %：一个图像像素对应一个屏幕像素</translation>
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
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Columns, order, widths, filter and sort, kept under a name</source>
        <translation>以名称保存列、顺序、宽度、筛选和排序</translation>
    </message>
    <message>
        <source>Fidelity</source>
        <translation>保真度</translation>
    </message>
    <message>
        <source>Detail and frequencies</source>
        <translation>细节与频率</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Latent and speed</source>
        <translation>潜变量与速度</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Save what is shown as …</source>
        <translation>将当前显示另存为 …</translation>
    </message>
    <message>
        <source>Update “{0}”</source>
        <translation>更新“{0}”</translation>
    </message>
    <message>
        <source>Rename “{0}”</source>
        <translation>重命名“{0}”</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Delete “{0}”</source>
        <translation>删除“{0}”</translation>
    </message>
    <message>
        <source>View: {0}</source>
        <translation>视图：{0}</translation>
    </message>
</context>
<context>
    <name>WeightsBar</name>
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
        <source>best of {0}</source>
        <translation>{0} 个中最佳</translation>
    </message>
    <message>
        <source>second best of {0}</source>
        <translation>{0} 个中第二</translation>
    </message>
    <message>
        <source>place {0} of {1}</source>
        <translation>{1} 个中第 {0}</translation>
    </message>
    <message>
        <source>Unit: {0}. </source>
        <translation>单位：{0}。</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Report (*.html)</source>
        <translation>报告 (*.html)</translation>
    </message>
    <message>
        <source>Summary as Markdown (*.md)</source>
        <translation>摘要 Markdown (*.md)</translation>
    </message>
    <message>
        <source>Copy table as Markdown</source>
        <translation>将表格复制为 Markdown</translation>
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
        <source>Summary for a spreadsheet (*.tsv)</source>
        <translation>用于电子表格的摘要 (*.tsv)</translation>
    </message>
    <message>
        <source>Copy table as TSV</source>
        <translation>将表格复制为 TSV</translation>
    </message>
    <message>
        <source>Summary for a forum (*.bbcode)</source>
        <translation>用于论坛的摘要 (*.bbcode)</translation>
    </message>
    <message>
        <source>Copy table as BBCode</source>
        <translation>将表格复制为 BBCode</translation>
    </message>
</context>
<context>
    <name>heat</name>
    <message>
        <source>Colours</source>
        <translation>着色</translation>
    </message>
    <message>
        <source>Colour the cells by their values</source>
        <translation>按数值为单元格着色</translation>
    </message>
    <message>
        <source>Colour the cells by how far they are from what is wanted: bright is best, dark is worst, in each column</source>
        <translation>按与期望值的差距为单元格着色：每列中越亮越好，越暗越差</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>与 {1} 相差 {0}</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Learned perceptual distance (LPIPS v0.1, AlexNet) between original and reconstruction.</source>
        <translation>原图与重建之间的学习型感知距离（LPIPS v0.1，AlexNet）。</translation>
    </message>
    <message>
        <source>Gradient x</source>
        <translation>梯度 x</translation>
    </message>
    <message>
        <source>Mean squared luma gradient of the original.</source>
        <translation>原图亮度梯度的均方值。</translation>
    </message>
    <message>
        <source>Gradient x̂</source>
        <translation>梯度 x̂</translation>
    </message>
    <message>
        <source>Mean squared luma gradient of the reconstruction.</source>
        <translation>重建亮度梯度的均方值。</translation>
    </message>
    <message>
        <source>Gradient energy of the reconstruction over that of the original: below 1 is blur, above 1 added detail.</source>
        <translation>重建与原图的梯度能量之比：小于 1 为模糊，大于 1 为新增细节。</translation>
    </message>
    <message>
        <source>Colours x</source>
        <translation>颜色数 x</translation>
    </message>
    <message>
        <source>Number of distinct RGB triples of the original.</source>
        <translation>原图中不同 RGB 值的数量。</translation>
    </message>
    <message>
        <source>Colours x̂</source>
        <translation>颜色数 x̂</translation>
    </message>
    <message>
        <source>Number of distinct RGB triples of the reconstruction.</source>
        <translation>重建中不同 RGB 值的数量。</translation>
    </message>
    <message>
        <source>Distinct colours of the reconstruction over those of the original.</source>
        <translation>重建与原图的不同颜色数之比。</translation>
    </message>
    <message>
        <source>Colour entropy x</source>
        <translation>颜色熵 x</translation>
    </message>
    <message>
        <source>Shannon entropy of the original's RGB histogram with 32 bins per channel.</source>
        <translation>原图 RGB 直方图（每通道 32 格）的香农熵。</translation>
    </message>
    <message>
        <source>Colour entropy x̂</source>
        <translation>颜色熵 x̂</translation>
    </message>
    <message>
        <source>Shannon entropy of the reconstruction's RGB histogram with 32 bins per channel.</source>
        <translation>重建 RGB 直方图（每通道 32 格）的香农熵。</translation>
    </message>
    <message>
        <source>FFT magnitude</source>
        <translation>FFT 幅度</translation>
    </message>
    <message>
        <source>Correlation of the log magnitudes of the two luma spectra.</source>
        <translation>两个亮度频谱对数幅度的相关性。</translation>
    </message>
    <message>
        <source>FFT phase</source>
        <translation>FFT 相位</translation>
    </message>
    <message>
        <source>Phase agreement of the two luma spectra, weighted by magnitude.</source>
        <translation>两个亮度频谱按幅度加权的相位一致度。</translation>
    </message>
    <message>
        <source>Low band</source>
        <translation>低频段</translation>
    </message>
    <message>
        <source>Power of the reconstruction over that of the original up to 1/6 cycles per pixel.</source>
        <translation>每像素 1/6 周期以下，重建与原图的功率之比。</translation>
    </message>
    <message>
        <source>Mid band</source>
        <translation>中频段</translation>
    </message>
    <message>
        <source>Power of the reconstruction over that of the original from 1/6 to 1/3 cycles per pixel.</source>
        <translation>每像素 1/6 至 1/3 周期，重建与原图的功率之比。</translation>
    </message>
    <message>
        <source>High band</source>
        <translation>高频段</translation>
    </message>
    <message>
        <source>Power of the reconstruction over that of the original above 1/3 cycles per pixel: below 1 is blur, above 1 invented detail.</source>
        <translation>每像素 1/3 周期以上，重建与原图的功率之比：小于 1 为模糊，大于 1 为虚构细节。</translation>
    </message>
    <message>
        <source>Mean absolute error over pixels and channels, values in [0, 1].</source>
        <translation>所有像素与通道的平均绝对误差，取值 [0, 1]。</translation>
    </message>
    <message>
        <source>Mean absolute error of the red channel.</source>
        <translation>红色通道的平均绝对误差。</translation>
    </message>
    <message>
        <source>Mean absolute error of the green channel.</source>
        <translation>绿色通道的平均绝对误差。</translation>
    </message>
    <message>
        <source>Mean absolute error of the blue channel.</source>
        <translation>蓝色通道的平均绝对误差。</translation>
    </message>
    <message>
        <source>Bias R</source>
        <translation>偏差 R</translation>
    </message>
    <message>
        <source>Mean signed error of the red channel: above 0 is too red.</source>
        <translation>红色通道的带符号平均误差：大于 0 为偏红。</translation>
    </message>
    <message>
        <source>Bias G</source>
        <translation>偏差 G</translation>
    </message>
    <message>
        <source>Mean signed error of the green channel: above 0 is too green.</source>
        <translation>绿色通道的带符号平均误差：大于 0 为偏绿。</translation>
    </message>
    <message>
        <source>Bias B</source>
        <translation>偏差 B</translation>
    </message>
    <message>
        <source>Mean signed error of the blue channel: above 0 is too blue.</source>
        <translation>蓝色通道的带符号平均误差：大于 0 为偏蓝。</translation>
    </message>
    <message>
        <source>Mean squared error over pixels and channels, values in [0, 1].</source>
        <translation>所有像素与通道的均方误差，取值 [0, 1]。</translation>
    </message>
    <message>
        <source>Square root of the mean squared error.</source>
        <translation>均方误差的平方根。</translation>
    </message>
    <message>
        <source>Max error</source>
        <translation>最大误差</translation>
    </message>
    <message>
        <source>Largest absolute error of any pixel and channel.</source>
        <translation>任一像素与通道的最大绝对误差。</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio over pixels and channels.</source>
        <translation>所有像素与通道的峰值信噪比。</translation>
    </message>
    <message>
        <source>Structural similarity (Wang et al. 2004), mean over the three channels.</source>
        <translation>结构相似性（Wang 等 2004），三通道平均。</translation>
    </message>
    <message>
        <source>Structural similarity over five scales (Wang et al. 2003).</source>
        <translation>五个尺度上的结构相似性（Wang 等 2003）。</translation>
    </message>
    <message>
        <source>What an eye sees of the difference when it flips between the two images, 67 pixels to a degree, mean over pixels.</source>
        <translation>来回切换两幅图像时肉眼看到的差异,每度 67 像素,取所有像素的平均值。</translation>
    </message>
    <message>
        <source>SSIM luminance</source>
        <translation>SSIM 亮度</translation>
    </message>
    <message>
        <source>The luminance factor of SSIM, mean over positions and channels.</source>
        <translation>SSIM 的亮度因子,取位置与通道的平均值。</translation>
    </message>
    <message>
        <source>SSIM contrast</source>
        <translation>SSIM 对比度</translation>
    </message>
    <message>
        <source>The contrast factor of SSIM, mean over positions and channels.</source>
        <translation>SSIM 的对比度因子,取位置与通道的平均值。</translation>
    </message>
    <message>
        <source>SSIM structure</source>
        <translation>SSIM 结构</translation>
    </message>
    <message>
        <source>The structure factor of SSIM, mean over positions and channels.</source>
        <translation>SSIM 的结构因子,取位置与通道的平均值。</translation>
    </message>
    <message>
        <source>Shift x</source>
        <translation>偏移 x</translation>
    </message>
    <message>
        <source>How far the reconstruction lies to the right of the original.</source>
        <translation>重建图像相对原图向右偏移的距离。</translation>
    </message>
    <message>
        <source>Shift y</source>
        <translation>偏移 y</translation>
    </message>
    <message>
        <source>How far the reconstruction lies below the original.</source>
        <translation>重建图像相对原图向下偏移的距离。</translation>
    </message>
    <message>
        <source>Sharpness ratio</source>
        <translation>锐度比</translation>
    </message>
    <message>
        <source>Variance of the luma's Laplacian, reconstruction over original.</source>
        <translation>亮度拉普拉斯的方差,重建除以原图。</translation>
    </message>
    <message>
        <source>Edge ratio</source>
        <translation>边缘比</translation>
    </message>
    <message>
        <source>Share of pixels with a Sobel magnitude over 50, reconstruction over original.</source>
        <translation>Sobel 幅值超过 50 的像素占比,重建除以原图。</translation>
    </message>
    <message>
        <source>Saturation ratio</source>
        <translation>饱和度比</translation>
    </message>
    <message>
        <source>Mean HSV saturation, reconstruction over original.</source>
        <translation>HSV 饱和度的平均值,重建除以原图。</translation>
    </message>
    <message>
        <source>Lab volume ratio</source>
        <translation>Lab 体积比</translation>
    </message>
    <message>
        <source>Volume of the colours' convex hull in L*a*b*, reconstruction over original.</source>
        <translation>颜色在 L*a*b* 中凸包的体积,重建除以原图。</translation>
    </message>
    <message>
        <source>ΔE mean</source>
        <translation>ΔE 均值</translation>
    </message>
    <message>
        <source>CIEDE2000 colour difference, mean over pixels; about 1 is just noticeable.</source>
        <translation>CIEDE2000 色差的像素均值；约为 1 时刚可察觉。</translation>
    </message>
    <message>
        <source>CIEDE2000 colour difference, 95th percentile over pixels.</source>
        <translation>CIEDE2000 色差的像素 95 百分位数。</translation>
    </message>
    <message>
        <source>KL divergence of the posterior from N(0, I), summed over the latent.</source>
        <translation>后验分布相对 N(0, I) 的 KL 散度，对潜变量求和。</translation>
    </message>
    <message>
        <source>KL/dim</source>
        <translation>KL/维</translation>
    </message>
    <message>
        <source>KL divergence divided by the number of latent elements.</source>
        <translation>KL 散度除以潜变量元素数。</translation>
    </message>
    <message>
        <source>Latent mean</source>
        <translation>潜变量均值</translation>
    </message>
    <message>
        <source>Mean of the posterior's mode over the image's latent.</source>
        <translation>图像潜变量中后验众数的均值。</translation>
    </message>
    <message>
        <source>Latent std</source>
        <translation>潜变量标准差</translation>
    </message>
    <message>
        <source>Standard deviation of the posterior's mode over the image's latent.</source>
        <translation>图像潜变量中后验众数的标准差。</translation>
    </message>
    <message>
        <source>Posterior variance</source>
        <translation>后验方差</translation>
    </message>
    <message>
        <source>Variance of the posterior, mean over the image's latent.</source>
        <translation>后验分布的方差，对图像潜变量取平均。</translation>
    </message>
    <message>
        <source>Codebook usage</source>
        <translation>码本使用率</translation>
    </message>
    <message>
        <source>Share of the codebook's entries that the image uses at least once.</source>
        <translation>图像至少使用一次的码本条目所占比例。</translation>
    </message>
    <message>
        <source>Code entropy</source>
        <translation>码熵</translation>
    </message>
    <message>
        <source>Shannon entropy of the image's codebook indices; over several codebooks, mean over all indices.</source>
        <translation>图像码本索引的香农熵；有多个码本时对所有索引取平均。</translation>
    </message>
    <message>
        <source>Code perplexity</source>
        <translation>码困惑度</translation>
    </message>
    <message>
        <source>Two to the power of the code entropy: how many entries, used equally often, would have it.</source>
        <translation>2 的码熵次方：等频使用时相当的条目数。</translation>
    </message>
    <message>
        <source>Bits/px</source>
        <translation>比特/px</translation>
    </message>
    <message>
        <source>What the latent costs: codes times log2 of the codebook's entries, or the KL divergence in bits, over the image's pixels.</source>
        <translation>潜变量的代价:编码数乘以码本条目数的 log2,或以比特计的 KL 散度,除以图像像素数。</translation>
    </message>
    <message>
        <source>Bits/px, entropy</source>
        <translation>比特/px(熵)</translation>
    </message>
    <message>
        <source>Codes times the image's code entropy over the image's pixels.</source>
        <translation>编码数乘以该图像的编码熵,除以图像像素数。</translation>
    </message>
    <message>
        <source>Rec. loss</source>
        <translation>重建损失</translation>
    </message>
    <message>
        <source>Squared error summed over the image, values in [-1, 1]: the Gaussian likelihood term up to constants.</source>
        <translation>整幅图像的平方误差之和，取值 [-1, 1]：即不计常数的高斯似然项。</translation>
    </message>
    <message>
        <source>Total loss</source>
        <translation>总损失</translation>
    </message>
    <message>
        <source>Reconstruction loss plus KL: the negative evidence lower bound up to constants.</source>
        <translation>重建损失加 KL:相差常数的负证据下界。</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>接缝</translation>
    </message>
    <message>
        <source>Steps of the error across the borders of tiles over those elsewhere; above 1 the tiles can be seen.</source>
        <translation>跨越图块边界的误差阶跃除以其他位置的阶跃;大于 1 表示能看出图块。</translation>
    </message>
    <message>
        <source>Latent drift ×1</source>
        <translation>潜变量漂移 ×1</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after one pass: length of the difference over that of the original's latent.</source>
        <translation>通过 VAE 1 次后,潜变量偏离原图潜变量的程度:差的长度除以原图潜变量的长度。</translation>
    </message>
    <message>
        <source>PSNR of the picture after 2 passes through the VAE against the original.</source>
        <translation>通过 VAE 2 次的图像与原图之间的 PSNR。</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 2 passes through the VAE against the original.</source>
        <translation>通过 VAE 2 次的图像与原图之间的 LPIPS。</translation>
    </message>
    <message>
        <source>Latent drift ×2</source>
        <translation>潜变量漂移 ×2</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 2 passes: length of the difference over that of the original's latent.</source>
        <translation>通过 VAE 2 次后,潜变量偏离原图潜变量的程度:差的长度除以原图潜变量的长度。</translation>
    </message>
    <message>
        <source>PSNR of the picture after 4 passes through the VAE against the original.</source>
        <translation>通过 VAE 4 次的图像与原图之间的 PSNR。</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 4 passes through the VAE against the original.</source>
        <translation>通过 VAE 4 次的图像与原图之间的 LPIPS。</translation>
    </message>
    <message>
        <source>Latent drift ×4</source>
        <translation>潜变量漂移 ×4</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 4 passes: length of the difference over that of the original's latent.</source>
        <translation>通过 VAE 4 次后,潜变量偏离原图潜变量的程度:差的长度除以原图潜变量的长度。</translation>
    </message>
    <message>
        <source>PSNR of the picture after 8 passes through the VAE against the original.</source>
        <translation>通过 VAE 8 次的图像与原图之间的 PSNR。</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 8 passes through the VAE against the original.</source>
        <translation>通过 VAE 8 次的图像与原图之间的 LPIPS。</translation>
    </message>
    <message>
        <source>Latent drift ×8</source>
        <translation>潜变量漂移 ×8</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 8 passes: length of the difference over that of the original's latent.</source>
        <translation>通过 VAE 8 次后,潜变量偏离原图潜变量的程度:差的长度除以原图潜变量的长度。</translation>
    </message>
    <message>
        <source>PSNR of the picture after 16 passes through the VAE against the original.</source>
        <translation>通过 VAE 16 次的图像与原图之间的 PSNR。</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 16 passes through the VAE against the original.</source>
        <translation>通过 VAE 16 次的图像与原图之间的 LPIPS。</translation>
    </message>
    <message>
        <source>Latent drift ×16</source>
        <translation>潜变量漂移 ×16</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 16 passes: length of the difference over that of the original's latent.</source>
        <translation>通过 VAE 16 次后,潜变量偏离原图潜变量的程度:差的长度除以原图潜变量的长度。</translation>
    </message>
    <message>
        <source>Latent, scale</source>
        <translation>潜变量(缩放)</translation>
    </message>
    <message>
        <source>Latent of the picture scaled to half against the latent scaled to half: length of the difference over that of the latent.</source>
        <translation>缩小一半的图像的潜变量与缩小一半的潜变量之差的长度,除以潜变量的长度。</translation>
    </message>
    <message>
        <source>LPIPS, scale</source>
        <translation>LPIPS(缩放)</translation>
    </message>
    <message>
        <source>LPIPS of what the latent scaled to half decodes to against the picture scaled to half.</source>
        <translation>缩小一半的潜变量解码结果与缩小一半的图像之间的 LPIPS。</translation>
    </message>
    <message>
        <source>Latent, turn</source>
        <translation>潜变量(旋转)</translation>
    </message>
    <message>
        <source>Latent of the picture turned by a quarter against the latent turned by a quarter: length of the difference over that of the latent.</source>
        <translation>旋转 90 度的图像的潜变量与旋转 90 度的潜变量之差的长度,除以潜变量的长度。</translation>
    </message>
    <message>
        <source>LPIPS, turn</source>
        <translation>LPIPS(旋转)</translation>
    </message>
    <message>
        <source>LPIPS of what the latent turned by a quarter decodes to against the picture turned by a quarter.</source>
        <translation>旋转 90 度的潜变量解码结果与旋转 90 度的图像之间的 LPIPS。</translation>
    </message>
    <message>
        <source>PSNR, noise 5 %</source>
        <translation>PSNR(噪声 5 %)</translation>
    </message>
    <message>
        <source>PSNR between what the latent decodes to with noise of 5 % of its standard deviation and without.</source>
        <translation>潜变量加入其标准差 5 % 的噪声与不加时解码结果之间的 PSNR。</translation>
    </message>
    <message>
        <source>LPIPS, noise 5 %</source>
        <translation>LPIPS(噪声 5 %)</translation>
    </message>
    <message>
        <source>LPIPS between what the latent decodes to with noise of 5 % of its standard deviation and without.</source>
        <translation>潜变量加入其标准差 5 % 的噪声与不加时解码结果之间的 LPIPS。</translation>
    </message>
    <message>
        <source>PSNR, noise 10 %</source>
        <translation>PSNR(噪声 10 %)</translation>
    </message>
    <message>
        <source>PSNR between what the latent decodes to with noise of 10 % of its standard deviation and without.</source>
        <translation>潜变量加入其标准差 10 % 的噪声与不加时解码结果之间的 PSNR。</translation>
    </message>
    <message>
        <source>LPIPS, noise 10 %</source>
        <translation>LPIPS(噪声 10 %)</translation>
    </message>
    <message>
        <source>LPIPS between what the latent decodes to with noise of 10 % of its standard deviation and without.</source>
        <translation>潜变量加入其标准差 10 % 的噪声与不加时解码结果之间的 LPIPS。</translation>
    </message>
    <message>
        <source>PSNR, noise 20 %</source>
        <translation>PSNR(噪声 20 %)</translation>
    </message>
    <message>
        <source>PSNR between what the latent decodes to with noise of 20 % of its standard deviation and without.</source>
        <translation>潜变量加入其标准差 20 % 的噪声与不加时解码结果之间的 PSNR。</translation>
    </message>
    <message>
        <source>LPIPS, noise 20 %</source>
        <translation>LPIPS(噪声 20 %)</translation>
    </message>
    <message>
        <source>LPIPS between what the latent decodes to with noise of 20 % of its standard deviation and without.</source>
        <translation>潜变量加入其标准差 20 % 的噪声与不加时解码结果之间的 LPIPS。</translation>
    </message>
    <message>
        <source>Class kept</source>
        <translation>类别一致</translation>
    </message>
    <message>
        <source>1 where the classifier (EfficientNet-Lite0, ImageNet) gives reconstruction and original the same first class, else 0.</source>
        <translation>分类器（EfficientNet-Lite0，ImageNet）对重建图与原图给出相同的首位类别时为 1，否则为 0。</translation>
    </message>
    <message>
        <source>Class in 5</source>
        <translation>前 5 类别</translation>
    </message>
    <message>
        <source>1 where the original's first class is among the reconstruction's first five, else 0.</source>
        <translation>原图的首位类别在重建图的前五个之中时为 1，否则为 0。</translation>
    </message>
    <message>
        <source>Class KL</source>
        <translation>类别 KL</translation>
    </message>
    <message>
        <source>KL divergence of the reconstruction's class probabilities from the original's.</source>
        <translation>重建图的类别概率相对于原图的 KL 散度。</translation>
    </message>
    <message>
        <source>Text errors</source>
        <translation>文字错误</translation>
    </message>
    <message>
        <source>Characters that an OCR reads otherwise in the reconstruction than in the original, over those of the original.</source>
        <translation>OCR 在重建图中读得与原图不同的字符数除以原图的字符数。</translation>
    </message>
    <message>
        <source>Text under 12</source>
        <translation>文字 12 以下</translation>
    </message>
    <message>
        <source>The same of text lower than 12 px.</source>
        <translation>高度低于 12 px 的文字的同一数值。</translation>
    </message>
    <message>
        <source>Text 12–20</source>
        <translation>文字 12–20</translation>
    </message>
    <message>
        <source>The same of text from 12 to below 20 px.</source>
        <translation>高度从 12 px 到 20 px（不含）的文字的同一数值。</translation>
    </message>
    <message>
        <source>Text 20–32</source>
        <translation>文字 20–32</translation>
    </message>
    <message>
        <source>The same of text from 20 to below 32 px.</source>
        <translation>高度从 20 px 到 32 px（不含）的文字的同一数值。</translation>
    </message>
    <message>
        <source>Text over 32</source>
        <translation>文字 32 以上</translation>
    </message>
    <message>
        <source>The same of text of 32 px and more.</source>
        <translation>高度 32 px 及以上的文字的同一数值。</translation>
    </message>
    <message>
        <source>Cosine of the CLIP image embeddings of original and reconstruction: 1 for equal ones.</source>
        <translation>原图与重建图的 CLIP 图像嵌入的余弦：相同时为 1。</translation>
    </message>
    <message>
        <source>Non-finite</source>
        <translation>非有限值</translation>
    </message>
    <message>
        <source>Share of NaN or Inf in the decoder's output.</source>
        <translation>解码器输出中 NaN 或 Inf 的比例。</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Share of the decoder's output outside [0, 1], before the clamp.</source>
        <translation>截断前解码器输出中超出 [0, 1] 的比例。</translation>
    </message>
    <message>
        <source>Encode</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Wall time of encoding, divided by the batch.</source>
        <translation>编码用时除以批大小。</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Wall time of decoding, divided by the batch.</source>
        <translation>解码用时除以批大小。</translation>
    </message>
    <message>
        <source>Marker x</source>
        <translation>标记 x</translation>
    </message>
    <message>
        <source>Left edge of the marker's row of patches.</source>
        <translation>标记色块行的左边缘。</translation>
    </message>
    <message>
        <source>Marker y</source>
        <translation>标记 y</translation>
    </message>
    <message>
        <source>Top edge of the marker's row of patches.</source>
        <translation>标记色块行的上边缘。</translation>
    </message>
    <message>
        <source>Marker patch</source>
        <translation>标记色块</translation>
    </message>
    <message>
        <source>Side of each of the marker's five square patches.</source>
        <translation>标记五个方形色块的边长。</translation>
    </message>
    <message>
        <source>Black x</source>
        <translation>黑 x</translation>
    </message>
    <message>
        <source>Mean over the black patch, all channels, in [0, 1]: original.</source>
        <translation>黑色块均值，所有通道，[0, 1]：原图。</translation>
    </message>
    <message>
        <source>Black x̂</source>
        <translation>黑 x̂</translation>
    </message>
    <message>
        <source>Mean over the black patch, all channels, in [0, 1]: reconstruction.</source>
        <translation>黑色块均值，所有通道，[0, 1]：重建。</translation>
    </message>
    <message>
        <source>White x</source>
        <translation>白 x</translation>
    </message>
    <message>
        <source>Mean over the white patch, all channels, in [0, 1]: original.</source>
        <translation>白色块均值，所有通道，[0, 1]：原图。</translation>
    </message>
    <message>
        <source>White x̂</source>
        <translation>白 x̂</translation>
    </message>
    <message>
        <source>Mean over the white patch, all channels, in [0, 1]: reconstruction.</source>
        <translation>白色块均值，所有通道，[0, 1]：重建。</translation>
    </message>
    <message>
        <source>Mean over the red patch, red channel, in [0, 1]: original.</source>
        <translation>红色块均值，红色通道，[0, 1]：原图。</translation>
    </message>
    <message>
        <source>Mean over the red patch, red channel, in [0, 1]: reconstruction.</source>
        <translation>红色块均值，红色通道，[0, 1]：重建。</translation>
    </message>
    <message>
        <source>Green x</source>
        <translation>绿 x</translation>
    </message>
    <message>
        <source>Mean over the green patch, green channel, in [0, 1]: original.</source>
        <translation>绿色块均值，绿色通道，[0, 1]：原图。</translation>
    </message>
    <message>
        <source>Green x̂</source>
        <translation>绿 x̂</translation>
    </message>
    <message>
        <source>Mean over the green patch, green channel, in [0, 1]: reconstruction.</source>
        <translation>绿色块均值，绿色通道，[0, 1]：重建。</translation>
    </message>
    <message>
        <source>Blue x</source>
        <translation>蓝 x</translation>
    </message>
    <message>
        <source>Mean over the blue patch, blue channel, in [0, 1]: original.</source>
        <translation>蓝色块均值，蓝色通道，[0, 1]：原图。</translation>
    </message>
    <message>
        <source>Blue x̂</source>
        <translation>蓝 x̂</translation>
    </message>
    <message>
        <source>Mean over the blue patch, blue channel, in [0, 1]: reconstruction.</source>
        <translation>蓝色块均值，蓝色通道，[0, 1]：重建。</translation>
    </message>
    <message>
        <source>Brightness bias</source>
        <translation>亮度偏差</translation>
    </message>
    <message>
        <source>Black patch of the reconstruction minus that of the original; above 0, blacks are lifted.</source>
        <translation>重建黑色块减去原图黑色块；大于 0 表示黑色被抬升。</translation>
    </message>
    <message>
        <source>Contrast gain</source>
        <translation>对比度增益</translation>
    </message>
    <message>
        <source>White minus black in the reconstruction, over the same in the original; below 1, contrast is lost.</source>
        <translation>重建的白减黑与原图白减黑之比；小于 1 表示对比度降低。</translation>
    </message>
    <message>
        <source>Red drift</source>
        <translation>红色漂移</translation>
    </message>
    <message>
        <source>Red patch's red channel, reconstruction minus original.</source>
        <translation>红色块的红色通道，重建减原图。</translation>
    </message>
    <message>
        <source>Green drift</source>
        <translation>绿色漂移</translation>
    </message>
    <message>
        <source>Green patch's green channel, reconstruction minus original.</source>
        <translation>绿色块的绿色通道，重建减原图。</translation>
    </message>
    <message>
        <source>Blue drift</source>
        <translation>蓝色漂移</translation>
    </message>
    <message>
        <source>Blue patch's blue channel, reconstruction minus original.</source>
        <translation>蓝色块的蓝色通道，重建减原图。</translation>
    </message>
    <message>
        <source>Weighted sum of LPIPS and of the distances of gradient, colour, drift, brightness and contrast from their ideal.</source>
        <translation>LPIPS 与梯度、颜色、漂移、亮度、对比度偏离理想值的距离的加权和。</translation>
    </message>
    <message>
        <source>MTF50, black and white</source>
        <translation>MTF50,黑白</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): luma of the black and white edge; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>保留一半对比度的最低空间频率(斜边,ISO 12233):黑白边缘的亮度;旋转 5 度的正方形四条边的平均值;0.5 为奈奎斯特频率;高于原图表示被锐化。</translation>
    </message>
    <message>
        <source>MTF50, greys</source>
        <translation>MTF50,灰色</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): luma of the edge between two near greys, 96 and 160; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>保留一半对比度的最低空间频率(斜边,ISO 12233):两种相近灰色(96 和 160)之间边缘的亮度;旋转 5 度的正方形四条边的平均值;0.5 为奈奎斯特频率;高于原图表示被锐化。</translation>
    </message>
    <message>
        <source>MTF50, red and green</source>
        <translation>MTF50,红绿</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): red less green of the edge between red and green, half of it; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>保留一半对比度的最低空间频率(斜边,ISO 12233):红绿边缘的“红减绿”的一半;旋转 5 度的正方形四条边的平均值;0.5 为奈奎斯特频率;高于原图表示被锐化。</translation>
    </message>
    <message>
        <source>MTF50, blue and yellow</source>
        <translation>MTF50,蓝黄</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): yellow less blue of the edge between blue and yellow, half of it; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>保留一半对比度的最低空间频率(斜边,ISO 12233):蓝黄边缘的“黄减蓝”的一半;旋转 5 度的正方形四条边的平均值;0.5 为奈奎斯特频率;高于原图表示被锐化。</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, black and white</source>
        <translation>半奈奎斯特处的 MTF,黑白</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): luma of the black and white edge; above the original's: sharpened.</source>
        <translation>在 0.25 周期/像素处保留的对比度(斜边,ISO 12233):黑白边缘的亮度;高于原图表示被锐化。</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, greys</source>
        <translation>半奈奎斯特处的 MTF,灰色</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): luma of the edge between two near greys, 96 and 160; above the original's: sharpened.</source>
        <translation>在 0.25 周期/像素处保留的对比度(斜边,ISO 12233):两种相近灰色(96 和 160)之间边缘的亮度;高于原图表示被锐化。</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, red and green</source>
        <translation>半奈奎斯特处的 MTF,红绿</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): red less green of the edge between red and green, half of it; above the original's: sharpened.</source>
        <translation>在 0.25 周期/像素处保留的对比度(斜边,ISO 12233):红绿边缘的“红减绿”的一半;高于原图表示被锐化。</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, blue and yellow</source>
        <translation>半奈奎斯特处的 MTF,蓝黄</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): yellow less blue of the edge between blue and yellow, half of it; above the original's: sharpened.</source>
        <translation>在 0.25 周期/像素处保留的对比度(斜边,ISO 12233):蓝黄边缘的“黄减蓝”的一半;高于原图表示被锐化。</translation>
    </message>
    <message>
        <source>ΔE2000 of the patches, mean</source>
        <translation>色块 ΔE2000,平均</translation>
    </message>
    <message>
        <source>CIEDE2000 between the mean colour of each of the 64 patches' inner half and the original's: mean over the patches.</source>
        <translation>64 个色块各自内半部分的平均颜色与原图之间的 CIEDE2000 色差:对色块取平均。</translation>
    </message>
    <message>
        <source>ΔE2000 of the patches, largest</source>
        <translation>色块 ΔE2000,最大</translation>
    </message>
    <message>
        <source>CIEDE2000 between the mean colour of each of the 64 patches' inner half and the original's: the largest.</source>
        <translation>64 个色块各自内半部分的平均颜色与原图之间的 CIEDE2000 色差:最大值。</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Mean luma of the 64 patches, in percent of white; Civitai's chart wants −10 to +5 points from the original.</source>
        <translation>64 个色块的平均亮度,以白色的百分比表示;Civitai 的测试图要求与原图相差 −10 到 +5 个百分点。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Mean luma of the 20 brightest patches of the original less that of its 20 darkest, in percent of white; Civitai's chart wants 0 to 10 % more than the original.</source>
        <translation>原图中最亮的 20 个色块的平均亮度减去最暗的 20 个,以白色的百分比表示;Civitai 的测试图要求比原图高 0 到 10 %。</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Largest less smallest of red, green and blue: mean over the patches of the two middle rows, in percent of 255.</source>
        <translation>红、绿、蓝中最大值减最小值:中间两行色块的平均值,以 255 的百分比表示。</translation>
    </message>
    <message>
        <source>Distinct steps, grey</source>
        <translation>可区分的级数,灰色</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 greys of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>沿渐变(256 级灰色,每级 2 px)不同电平的个数,横向平均后取整到 8 位:少于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Distinct steps, darkest greys</source>
        <translation>可区分的级数,最暗灰色</translation>
    </message>
    <message>
        <source>Different levels along a ramp (the 32 darkest greys, of 16 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>沿渐变(最暗的 32 级灰色,每级 16 px)不同电平的个数,横向平均后取整到 8 位:少于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Distinct steps, lightest greys</source>
        <translation>可区分的级数,最亮灰色</translation>
    </message>
    <message>
        <source>Different levels along a ramp (the 32 lightest greys, of 16 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>沿渐变(最亮的 32 级灰色,每级 16 px)不同电平的个数,横向平均后取整到 8 位:少于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Distinct steps, red</source>
        <translation>可区分的级数,红色</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 reds of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>沿渐变(256 级红色,每级 2 px)不同电平的个数,横向平均后取整到 8 位:少于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Distinct steps, green</source>
        <translation>可区分的级数,绿色</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 greens of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>沿渐变(256 级绿色,每级 2 px)不同电平的个数,横向平均后取整到 8 位:少于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Distinct steps, blue</source>
        <translation>可区分的级数,蓝色</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 blues of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>沿渐变(256 级蓝色,每级 2 px)不同电平的个数,横向平均后取整到 8 位:少于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Longest step, grey</source>
        <translation>最长的一级,灰色</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 greys of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>沿渐变(256 级灰色,每级 2 px)同一电平持续的最长长度,横向平均后取整到 8 位:长于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Longest step, darkest greys</source>
        <translation>最长的一级,最暗灰色</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (the 32 darkest greys, of 16 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>沿渐变(最暗的 32 级灰色,每级 16 px)同一电平持续的最长长度,横向平均后取整到 8 位:长于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Longest step, lightest greys</source>
        <translation>最长的一级,最亮灰色</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (the 32 lightest greys, of 16 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>沿渐变(最亮的 32 级灰色,每级 16 px)同一电平持续的最长长度,横向平均后取整到 8 位:长于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Longest step, red</source>
        <translation>最长的一级,红色</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 reds of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>沿渐变(256 级红色,每级 2 px)同一电平持续的最长长度,横向平均后取整到 8 位:长于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Longest step, green</source>
        <translation>最长的一级,绿色</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 greens of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>沿渐变(256 级绿色,每级 2 px)同一电平持续的最长长度,横向平均后取整到 8 位:长于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Longest step, blue</source>
        <translation>最长的一级,蓝色</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 blues of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>沿渐变(256 级蓝色,每级 2 px)同一电平持续的最长长度,横向平均后取整到 8 位:长于原图即为色带或截断。</translation>
    </message>
    <message>
        <source>Character error rate</source>
        <translation>字符错误率</translation>
    </message>
    <message>
        <source>Characters to put in, take out or exchange, over those that stand there, spaces left out: lines of 9 to 24 px, each read by RapidOCR where it was drawn.</source>
        <translation>需要插入、删除或替换的字符数除以原有字符数(不计空格):9 到 24 px 的各行由 RapidOCR 在绘制位置读取。</translation>
    </message>
    <message>
        <source>FD AlexNet</source>
        <translation>FD AlexNet</translation>
    </message>
    <message>
        <source>Fréchet distance of the features of the two sets, taken as Gaussians: 0 for equal sets, in squared units of the features.</source>
        <translation>把两个集合的特征视为高斯分布的弗雷歇距离：集合相同时为 0，单位为特征的平方。</translation>
    </message>
    <message>
        <source>KD AlexNet</source>
        <translation>KD AlexNet</translation>
    </message>
    <message>
        <source>Squared maximum mean discrepancy of the features, kernel (x·y / d + 1)³, unbiased for independent sets: about 0 for equal ones, below 0 for sets that share pictures, as nearly exact reconstructions do.</source>
        <translation>特征的最大均值差异的平方，核为 (x·y / d + 1)³，对独立集合无偏：相同集合约为 0，共有图像的集合（如几乎精确的重建）低于 0。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Share of pictures within the reach of a real one (third nearest neighbour).</source>
        <translation>处于某张真实图像范围（第三近邻）内的图像所占比例。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Share of real pictures within the reach of one of the set (third nearest neighbour).</source>
        <translation>处于集合中某张图像范围（第三近邻）内的真实图像所占比例。</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Within the reach of how many real pictures a picture is, over 5 (fifth nearest neighbour); may exceed 1.</source>
        <translation>一张图像处于多少张真实图像的范围（第五近邻）内，除以 5；可大于 1。</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Share of real pictures whose reach holds one of the set (fifth nearest neighbour).</source>
        <translation>其范围（第五近邻）内含有集合中图像的真实图像所占比例。</translation>
    </message>
    <message>
        <source>Authenticity</source>
        <translation>真实性</translation>
    </message>
    <message>
        <source>Share of pictures that are farther from their nearest real one than that is from its own nearest; says something only beside a good precision.</source>
        <translation>与最近真实图像的距离大于该真实图像与其自身最近邻距离的图像所占比例；仅在精确率良好时才有意义。</translation>
    </message>
    <message>
        <source>Copying z</source>
        <translation>抄袭 z</translation>
    </message>
    <message>
        <source>Whether pictures lie nearer to the real ones than held-out real pictures do, in standard deviations: below −3 they are copied.</source>
        <translation>图像是否比未参与训练的真实图像更接近真实图像，以标准差计：低于 −3 即为照抄。</translation>
    </message>
    <message>
        <source>Squared maximum mean discrepancy of the features, Gaussian kernel σ = 10, times 1 000.</source>
        <translation>特征的最大均值差异的平方，高斯核 σ = 10，乘以 1000。</translation>
    </message>
    <message>
        <source>Inception score</source>
        <translation>Inception Score</translation>
    </message>
    <message>
        <source>exp of the mean KL divergence of a picture's classes from those of the set, over ten parts: high where each picture is clearly one thing and the set many.</source>
        <translation>图像类别相对集合类别的平均 KL 散度的指数，分十份计算：每张图像明确而集合多样时较高。</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Share of pictures whose LPIPS to the nearest real one is under 0.02.</source>
        <translation>与最近真实图像的 LPIPS 小于 0.02 的图像所占比例。</translation>
    </message>
    <message>
        <source>CLIP similarity</source>
        <translation>CLIP 相似度</translation>
    </message>
    <message>
        <source>Cosine of the CLIP image embeddings of original and reconstruction, mean over the images: 1 for equal ones.</source>
        <translation>原图与重建图的 CLIP 图像嵌入的余弦，对图像取平均：相同时为 1。</translation>
    </message>
    <message>
        <source>Found at 1</source>
        <translation>首位命中</translation>
    </message>
    <message>
        <source>Share of reconstructions whose nearest original is their own (AlexNet features); the floor is what guessing finds.</source>
        <translation>最近的原图正是其自身原图的重建图所占比例（AlexNet 特征）；下限为随机猜测的命中率。</translation>
    </message>
    <message>
        <source>Found at 5</source>
        <translation>前五命中</translation>
    </message>
    <message>
        <source>Share of reconstructions with their own original among the five nearest (AlexNet features); the floor is what guessing finds.</source>
        <translation>自身原图位于最近五张之中的重建图所占比例（AlexNet 特征）；下限为随机猜测的命中率。</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>裕度</translation>
    </message>
    <message>
        <source>How much farther than its own the nearest other original of a reconstruction is, as a share of that distance, mean (AlexNet features).</source>
        <translation>重建图到最近的其他原图比到自身原图远多少，以该距离的比例计，取平均（AlexNet 特征）。</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Side that images are brought to.</source>
        <translation>图像缩放到的边长。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>crop: short side to the size, then the centre square; fit: long side to the size; stretch: a square; native: as it is.</source>
        <translation>crop：短边缩至该尺寸，再取中央正方形；fit：长边缩至该尺寸；stretch：拉伸为正方形；native：保持原样。</translation>
    </message>
    <message>
        <source>Enlarge small images</source>
        <translation>放大小图像</translation>
    </message>
    <message>
        <source>Enlarge images under the size.</source>
        <translation>放大小于该尺寸的图像。</translation>
    </message>
    <message>
        <source>Subfolders</source>
        <translation>子文件夹</translation>
    </message>
    <message>
        <source>Look for images in subfolders too.</source>
        <translation>同时在子文件夹中查找图像。</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>数量限制</translation>
    </message>
    <message>
        <source>Measure only the first N images.</source>
        <translation>仅测量前 N 张图像。</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>Colour behind transparent pixels, as #rrggbb.</source>
        <translation>透明像素的背景色，格式 #rrggbb。</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>separate: in a second pass, so that the picture is measured as it is, at twice the VAE's time; embedded: in the picture that is measured, in half the time, and the metrics of the picture carry its influence; off: none.</source>
        <translation>separate：在第二遍中测量，图像按原样测量，VAE 用时加倍；embedded：放在被测图像中，用时减半，但图像指标会受其影响；off：不使用。</translation>
    </message>
    <message>
        <source>Marker preset</source>
        <translation>标记预设</translation>
    </message>
    <message>
        <source>robust: 32 px patches, inner half read; classic: 8 px patches, read whole, as older community tables did.</source>
        <translation>robust：32 px 色块，读取内侧一半；classic：8 px 色块，整块读取，与早期社区表格一致。</translation>
    </message>
    <message>
        <source>Patch side</source>
        <translation>色块边长</translation>
    </message>
    <message>
        <source>Side of a patch; the preset's when not given.</source>
        <translation>色块边长；未指定时采用预设值。</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>角落</translation>
    </message>
    <message>
        <source>Corner that the marker is pasted into.</source>
        <translation>贴入标记的角。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>auto, cpu, cuda, cuda:N or mps.</source>
        <translation>auto、cpu、cuda、cuda:N 或 mps。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Number format the VAEs run in; auto is fp32, whose numbers carry no rounding of their own, where the device can.</source>
        <translation>VAE 运行所用的数值格式；auto 在设备支持时为 fp32，其数值本身不带舍入误差。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Images of equal size encoded together.</source>
        <translation>一起编码的同尺寸图像数。</translation>
    </message>
    <message>
        <source>Tiling</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>off; auto: in tiles where memory runs out; a side in px: always. Tiles save memory, change numbers and are noted.</source>
        <translation>off：不用；auto：内存不足时使用；以 px 给出边长：始终使用。分块节省内存但会改变数值，并会被记录。</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Decode the posterior's mode, or a seeded sample.</source>
        <translation>解码后验的众数，或固定种子的样本。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the samples.</source>
        <translation>样本的种子。</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>default, all, or names separated by commas.</source>
        <translation>default、all，或以逗号分隔的名称。</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>集合</translation>
    </message>
    <message>
        <source>Networks by whose features all originals are compared with all reconstructions, as sets: alexnet, inception, clip; none: no such comparison.</source>
        <translation>用其特征把所有原图与所有重建图作为集合比较的网络：alexnet、inception、clip；none：不比较。</translation>
    </message>
    <message>
        <source>Inception file</source>
        <translation>Inception 文件</translation>
    </message>
    <message>
        <source>weights-inception-2015-12-05-6726825d.pth, which the sets need for inception; auto: in PyTorch's folder of downloads.</source>
        <translation>weights-inception-2015-12-05-6726825d.pth，集合的 inception 需要它；auto：PyTorch 的下载文件夹。</translation>
    </message>
    <message>
        <source>CLIP folder</source>
        <translation>CLIP 文件夹</translation>
    </message>
    <message>
        <source>Folder with a CLIP model, which the sets and the metrics need for clip: config.json, preprocessor_config.json, model.safetensors.</source>
        <translation>含 CLIP 模型的文件夹，集合与指标的 clip 需要它：config.json、preprocessor_config.json、model.safetensors。</translation>
    </message>
    <message>
        <source>Test charts</source>
        <translation>测试图</translation>
    </message>
    <message>
        <source>Measure the test charts too: sharpness of edges, colours, steps of ramps, text. They are in no mean.</source>
        <translation>同时测量测试图:边缘锐度、颜色、渐变级数、文字。它们不计入任何平均值。</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>通过次数</translation>
    </message>
    <message>
        <source>Put each picture through the VAE again and again, so many times in all, and measure it after 1, 2, 4, 8 and 16; 0: once.</source>
        <translation>将每幅图像反复送入 VAE,总共这么多次,并在第 1、2、4、8、16 次后测量;0:仅一次。</translation>
    </message>
    <message>
        <source>Save images</source>
        <translation>保存图像</translation>
    </message>
    <message>
        <source>Write PNGs into the run folder.</source>
        <translation>将 PNG 写入运行文件夹。</translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>excluded images, left out: {0}</source>
        <translation>已排除的图像：{0}</translation>
    </message>
    <message>
        <source>Plots appear with the first row.</source>
        <translation>有了第一行后图表即出现。</translation>
    </message>
    <message>
        <source>Every image is excluded: there is nothing to plot. Press C on one to take it in again.</source>
        <translation>所有图像均已排除：没有可绘制的内容。在图像上按 C 可重新计入。</translation>
    </message>
    <message>
        <source>No row has a result: all have failed. The State column of Images says why.</source>
        <translation>没有结果：所有行均失败。原因见“图像”的状态列。</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>{0} × {1}: {2} of {3} measured</source>
        <translation>{0} × {1}：{3}中已测量 {2} 行</translation>
    </message>
    <message>
        <source>{0}, {1} failed</source>
        <translation>{0}，{1} 个失败</translation>
    </message>
    <message>
        <source>{0}; VAE {1} failed</source>
        <translation>{0}；VAE {1} 失败</translation>
    </message>
    <message>
        <source>{0}; stopped by the user</source>
        <translation>{0}；已由用户停止</translation>
    </message>
    <message>
        <source>There is no J: no image has a value of {0} from every VAE.</source>
        <translation>没有 J：没有任何图像在所有 VAE 上都有 {0} 的值。</translation>
    </message>
    <message>
        <source>No VAE finished an image, so there is nothing to rank.</source>
        <translation>没有 VAE 完成任何图像，因此无法排名。</translation>
    </message>
    <message>
        <source>No image was finished by all VAEs, so there is no J.</source>
        <translation>没有所有 VAE 均已完成的图像，因此没有 J。</translation>
    </message>
    <message>
        <source>There is no J: {0} was not measured.</source>
        <translation>没有 J：未测量 {0}。</translation>
    </message>
    <message>
        <source>There is no J: {0} were not measured.</source>
        <translation>没有 J：未测量 {0}。</translation>
    </message>
    <message>
        <source>Latents of {0}: {1}.</source>
        <translation>{0} 的潜变量：{1}。</translation>
    </message>
    <message>
        <source>n = {0}: those that all VAEs finished, of {1}.</source>
        <translation>n = {0}：共 {1} 张中所有 VAE 均已完成的图像。</translation>
    </message>
    <message>
        <source>{0} of {1} are smaller than {2} px and were measured as they are.</source>
        <translation>{1}中有 {0} 张小于 {2} px，按原尺寸测量。</translation>
    </message>
    <message>
        <source>{0} failed on {1} ({2}).</source>
        <translation>{0} 在 {1}上失败（{2}）。</translation>
    </message>
    <message>
        <source>J of {0}: {1}.</source>
        <translation>{0} 的 J 构成：{1}。</translation>
    </message>
    <message>
        <source>n = {0}.</source>
        <translation>n = {0}。</translation>
    </message>
    <message>
        <source>{0} failed with every VAE ({1}).</source>
        <translation>{0}在所有 VAE 上均失败（{1}）。</translation>
    </message>
    <message>
        <source>Most of these images have no room for the marker, so J is without its three terms.</source>
        <translation>这些图像大多没有放置标记的空间，因此 J 不含标记的三项。</translation>
    </message>
    <message>
        <source>J is over the {0} that have all its columns.</source>
        <translation>J 基于具备其全部列的 {0}。</translation>
    </message>
    <message>
        <source>The test is over the {0} that have a score of their own.</source>
        <translation>检验基于有自身得分的{0}。</translation>
    </message>
    <message>
        <source>J by other weights than the run's own: {0}.</source>
        <translation>J 所用权重与该运行自身的不同：{0}。</translation>
    </message>
    <message>
        <source>{0} with the content of another counts once ({1}).</source>
        <translation>与其他图像内容相同的 {0}只计一次（{1}）。</translation>
    </message>
    <message>
        <source>{0} with the content of others count once ({1}).</source>
        <translation>与其他图像内容相同的 {0}只计一次（{1}）。</translation>
    </message>
    <message>
        <source>1 excluded image is left out of everything ({0}).</source>
        <translation>已排除的 1 张图像不计入任何结果（{0}）。</translation>
    </message>
    <message>
        <source>{0} excluded images are left out of everything ({1}).</source>
        <translation>已排除的 {0} 张图像不计入任何结果（{1}）。</translation>
    </message>
    <message>
        <source>The marker was not measured on most of these images, so J is without its three terms.</source>
        <translation>这些图像大多未测到标记，因此 J 不含其三项。</translation>
    </message>
    <message>
        <source>This run was made under schema {0}, with the marker in the pictures that were measured; it is shown by today's rules.</source>
        <translation>此运行按数据架构 {0} 生成，标记位于被测图像中；现按当前规则显示。</translation>
    </message>
    <message>
        <source>This run was made under schema {0}; it is shown by today's rules.</source>
        <translation>此运行按数据架构 {0} 生成；现按当前规则显示。</translation>
    </message>
    <message>
        <source>line {0} of {1} ({2})</source>
        <translation>{1} 第 {0} 行（{2}）</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>另有 {0} 处</translation>
    </message>
    <message>
        <source>1 row stands more than once in {0}; the last one counts.</source>
        <translation>{0} 中有 1 行重复；以最后一行为准。</translation>
    </message>
    <message>
        <source>{0} rows stand more than once in {1}; the last ones count.</source>
        <translation>{1} 中有 {0} 行重复；以最后的为准。</translation>
    </message>
    <message>
        <source>{0} is a TorchScript program without weights{1}; to measure it, its author's program would have to run on this computer, in a process of its own, kept from network and files as far as the system allows, and nothing of it was run: if you trust the author of this very file as you would trust an installer, {2}</source>
        <translation>{0} 是不含权重的 TorchScript 程序{1}。要测量它，就必须在本机运行其作者的程序：在独立进程中运行，并在系统允许的范围内禁止其访问网络和文件。目前没有运行其中任何内容。如果您像信任安装程序那样信任此文件的作者，请{2}</translation>
    </message>
    <message>
        <source>The latents of {0} are those of {1} of {2}.</source>
        <translation>{0} 的潜变量取自 {2}中的 {1} 张。</translation>
    </message>
    <message>
        <source>{0} is not compared: {1}.</source>
        <translation>{0} 不参与比较：{1}。</translation>
    </message>
    <message>
        <source>The run is not finished: {0} of {1} results.</source>
        <translation>运行未完成：{1} 个结果中的 {0} 个。</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>极好</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>很好</translation>
    </message>
    <message>
        <source>good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>较弱</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>fidelity</source>
        <translation>保真度</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>锐度</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>By J over {0}, {1} is closest to the originals (image by image on {2} of {3})</source>
        <translation>按 {0}的 J，{1} 最接近原图（逐图来看，{3} 张中有 {2} 张如此）</translation>
    </message>
    <message>
        <source>No image has been finished by all VAEs yet.</source>
        <translation>尚无所有 VAE 均已完成的图像。</translation>
    </message>
    <message>
        <source>{0} of J of {1} is {2}.</source>
        <translation>{1} 的 J 中有 {0} 来自 {2}。</translation>
    </message>
    <message>
        <source>Baselines, as the scale: {0}.</source>
        <translation>作为参照的基准：{0}。</translation>
    </message>
    <message>
        <source>{0} ({1}, {2})</source>
        <translation>{0} ({1}, {2})</translation>
    </message>
    <message>
        <source>then {0}, not told apart</source>
        <translation>其次是 {0}，彼此无法区分</translation>
    </message>
    <message>
        <source>then {0}</source>
        <translation>其次是 {0}</translation>
    </message>
    <message>
        <source>Share of the decided choices in which the metric’s value prefers the same reconstruction, half where it tells none apart (the 2AFC score of the LPIPS paper); a coin has 50 %. Above a coin: decided by a sign-flip test over images at 5 %, after Holm over all metrics of this table.</source>
        <translation>在已决出的选择中，指标数值偏好同一重建图的份额，不能区分时计半次（LPIPS 论文的 2AFC 分数）；抛硬币为 50 %。高于硬币：按图像的符号翻转检验在 5 % 水平上判定，经本表所有指标的 Holm 校正。</translation>
    </message>
    <message>
        <source>it is built as a Cosmos image tokenizer, but its '{0}' is not that of the published code</source>
        <translation>它具有 Cosmos 图像分词器的结构，但其“{0}”与已发布代码不同</translation>
    </message>
    <message>
        <source>some of its weights have five axes, as those of networks for video have</source>
        <translation>其部分权重有五个轴，与视频网络的权重相同</translation>
    </message>
    <message>
        <source>{0} is a TorchScript program, and not one of a structure that VAELab knows{1}; to measure it, its author's program would have to run on this computer, in a process of its own, kept from network and files as far as the system allows, and nothing of it was run: pass the weights as safetensors or .pth, or, if you trust the author of this very file as you would trust an installer, {2}</source>
        <translation>{0} 是 TorchScript 程序，且不属于 VAELab 已知的结构{1}。要测量它，就必须在本机运行其作者的程序：在独立进程中运行，并在系统允许的范围内禁止其访问网络和文件。目前没有运行其中任何内容。请提供 safetensors 或 .pth 格式的权重；如果您像信任安装程序那样信任此文件的作者，请{2}</translation>
    </message>
    <message>
        <source> ({0})</source>
        <translation>（{0}）</translation>
    </message>
    <message>
        <source>{0} is farthest</source>
        <translation>{0} 最远</translation>
    </message>
    <message>
        <source>No image was measured, so there is nothing to rank.</source>
        <translation>没有测量任何图像，因此无法排名。</translation>
    </message>
    <message>
        <source>healthy, KL {0} nats per element, {1} of {2} channels active</source>
        <translation>正常，每个元素 KL {0} nat，{2} 个通道中 {1} 个活跃</translation>
    </message>
    <message>
        <source>{0} codebooks, {1} of {2} entries used ({3} dead)</source>
        <translation>{0} 个码本，{2} 个条目中使用了 {1} 个（未用 {3}）</translation>
    </message>
    <message>
        <source>collapsed, KL {0} nats per element, {1} of {2} channels collapsed</source>
        <translation>已坍缩，每个元素 KL {0} nat，{2} 个通道中 {1} 个坍缩</translation>
    </message>
    <message>
        <source>{1} of {2} channels collapsed, KL {0} nats per element</source>
        <translation>{2} 个通道中 {1} 个坍缩，每个元素 KL {0} nat</translation>
    </message>
    <message>
        <source>healthy, KL {0} nats per element</source>
        <translation>正常，每个元素 KL {0} nat</translation>
    </message>
    <message>
        <source>{0} of {1} codebook entries used ({2} dead), perplexity {3}</source>
        <translation>码本 {1} 个条目中使用了 {0} 个（未用 {2}），perplexity {3}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; choose another output folder</source>
        <translation>无法写入“{0}”：{1}；请选择其他输出文件夹</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; {2} and compare again</source>
        <translation>无法写入“{0}”：{1}；{2}，然后重新比较</translation>
    </message>
    <message>
        <source>By J over {0}, {1} scores {2}, where 0 is a perfect reconstruction.</source>
        <translation>按 {0}的 J，{1} 的得分为 {2}（0 表示完美重建）。</translation>
    </message>
    <message>
        <source>By J over {0} so far: {1}.</source>
        <translation>目前按 {0}的 J：{1}。</translation>
    </message>
    <message>
        <source>By J over {0}: {1}. A verdict needs at least {2} images.</source>
        <translation>按 {0}的 J：{1}。作出判定至少需要 {2} 张图像。</translation>
    </message>
    <message>
        <source>By J, {0} do not tell {1} apart.</source>
        <translation>按 J，{0}无法区分 {1}。</translation>
    </message>
    <message>
        <source>By J over {0}, two VAEs are told apart only where they share no letter: {1}.</source>
        <translation>按 {0}的 J，两个 VAE 仅在没有相同字母时才可区分：{1}。</translation>
    </message>
    <message>
        <source>By J over {0}, {1} are closest to the originals, not told apart</source>
        <translation>按 {0}的 J，{1} 最接近原图，彼此无法区分</translation>
    </message>
    <message>
        <source>By J over {0}, {1} is closest to the originals</source>
        <translation>按 {0}的 J，{1} 最接近原图</translation>
    </message>
    <message>
        <source>No VAE was measured, so there is nothing to rank.</source>
        <translation>没有测量任何 VAE，因此无法排名。</translation>
    </message>
    <message>
        <source>originals</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Which is closer to the original?</source>
        <translation>哪个更接近原图？</translation>
    </message>
    <message>
        <source>Is this picture real?</source>
        <translation>这张图像是真实的吗？</translation>
    </message>
    <message>
        <source>How real does it look?</source>
        <translation>看起来有多真实？</translation>
    </message>
    <message>
        <source>How different are these pictures from one another?</source>
        <translation>这些图像彼此有多不同？</translation>
    </message>
    <message>
        <source>How well does it show what is said?</source>
        <translation>在多大程度上表现了所述内容？</translation>
    </message>
    <message>
        <source>How creative is it?</source>
        <translation>有多有创意？</translation>
    </message>
    <message>
        <source>closer</source>
        <translation>更接近</translation>
    </message>
    <message>
        <source>real or generated</source>
        <translation>真实或生成</translation>
    </message>
    <message>
        <source>realism</source>
        <translation>真实感</translation>
    </message>
    <message>
        <source>diversity</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>creativity</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>{0} is preferred to {1} (on {2} of {3} images)</source>
        <translation>{0} 比 {1} 更受偏好（{3} 张图像中的 {2} 张）</translation>
    </message>
    <message>
        <source>{0} judges agree on “{1}” with Krippendorff’s α = {2}.</source>
        <translation>{0} 位评判者对“{1}”的一致性：Krippendorff α = {2}。</translation>
    </message>
    <message>
        <source>1 judge</source>
        <translation>1 位评判者</translation>
    </message>
    <message>
        <source>{0} judges</source>
        <translation>{0} 位评判者</translation>
    </message>
    <message>
        <source>{0}, {1} on {2}: chosen over another VAE, {3}.</source>
        <translation>{0}，{2}上的{1}：胜过另一个 VAE 而被选中的概率为 {3}。</translation>
    </message>
    <message>
        <source>1 choice</source>
        <translation>1 次选择</translation>
    </message>
    <message>
        <source>{0} choices</source>
        <translation>{0} 次选择</translation>
    </message>
    <message>
        <source>{0}: no two judges answered the same question with anything to tell apart.</source>
        <translation>{0}：没有两位评判者对同一问题给出可区分的回答。</translation>
    </message>
    <message>
        <source>Who is chosen</source>
        <translation>谁被选中</translation>
    </message>
    <message>
        <source>Chance: to be chosen over another VAE, by Bradley and Terry’s model, “no difference” as half a choice of each; its 95 % interval by the jackknife over images, none where it was always chosen, or never. Strength: the model’s logarithm, mean 0, none where one VAE always won. Win rate: of the decided choices.</source>
        <translation>概率：被选中而胜过另一个 VAE 的概率，按 Bradley–Terry 模型，“没有差别”对双方各计半次；95 % 区间由对图像的刀切法得出，总被选中或从未被选中时没有。强度：模型的对数，均值为 0，若有 VAE 总是获胜则没有。胜率：在已决出的选择中。</translation>
    </message>
    <message>
        <source>Every two VAEs before the judges</source>
        <translation>评判者面前的每两个 VAE</translation>
    </message>
    <message>
        <source>An image is won by the VAE that more of its judges chose. Share: of the images that one of them won, with Wilson’s interval. p: exact binomial test against a coin, after Holm over the pairs.</source>
        <translation>每张图像由被更多评判者选中的 VAE 获胜。份额：在决出胜负的图像中，附 Wilson 区间。p：与抛硬币比较的精确二项检验，经各对的 Holm 校正。</translation>
    </message>
    <message>
        <source>Which metric agrees</source>
        <translation>哪个指标一致</translation>
    </message>
    <message>
        <source>Taken for real</source>
        <translation>被当作真实</translation>
    </message>
    <message>
        <source>p: whether a VAE’s pictures are taken for real as often as their originals, by a sign-flip test over images, after Holm.</source>
        <translation>p：VAE 的图像是否与原图同样常被当作真实，按图像的符号翻转检验，经 Holm 校正。</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Mean over images, 1 to 5, and its 95 % interval.</source>
        <translation>图像上的平均值（1 到 5）及其 95 % 区间。</translation>
    </message>
    <message>
        <source>Judges and time</source>
        <translation>评判者与用时</translation>
    </message>
    <message>
        <source>Krippendorff’s α: 1 where judges agree on everything, 0 where as often as by chance; from two judges up.</source>
        <translation>Krippendorff α：评判者完全一致为 1，与偶然相同为 0；至少两位评判者。</translation>
    </message>
    <message>
        <source>Decided: {0}.</source>
        <translation>已决出：{0}。</translation>
    </message>
    <message>
        <source>No VAE is decidedly preferred to another.</source>
        <translation>没有哪个 VAE 明确比另一个更受偏好。</translation>
    </message>
    <message>
        <source>No metric agrees with the judges decidedly more often than a coin would; {0} were read together.</source>
        <translation>没有哪个指标明确比抛硬币更常与评判者一致；共同查看了 {0} 个。</translation>
    </message>
    <message>
        <source>{0} agrees with the judges most often, on {1} of {2}; then {3}; {4} metrics were read together.</source>
        <translation>{0} 最常与评判者一致，占{2}的 {1}；其次是 {3}；共同查看了 {4} 个指标。</translation>
    </message>
    <message>
        <source>{0} agrees with the judges most often, on {1} of {2}; {3} metrics were read together.</source>
        <translation>{0} 最常与评判者一致，占{2}的 {1}；共同查看了 {3} 个指标。</translation>
    </message>
    <message>
        <source>Originals were taken for real in {0}; told apart from them: {1}.</source>
        <translation>原图被当作真实的占 {0}；与之区分开的：{1}。</translation>
    </message>
    <message>
        <source>Originals were taken for real in {0}; no VAE is told apart from them.</source>
        <translation>原图被当作真实的占 {0}；没有 VAE 与之区分开。</translation>
    </message>
    <message>
        <source>Lines that are no judgement, not counted: {0}.</source>
        <translation>不是评判的行，未计入：{0}。</translation>
    </message>
    <message>
        <source>Judgements of other images or VAEs than this run’s, not counted: {0}.</source>
        <translation>对此次运行以外的图像或 VAE 的评判，未计入：{0}。</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>胜率</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>First and second</source>
        <translation>第一与第二</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>胜</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>负</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>平</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>更受偏好</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Above a coin</source>
        <translation>高于硬币</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Said to be real</source>
        <translation>被说成真实</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Median time, s</source>
        <translation>用时中位数（秒）</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未决出</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Damaged and not counted: {0}. {1} measures their images again.</source>
        <translation>已损坏、未计入：{0}。{1} 会重新测量这些图像。</translation>
    </message>
    <message>
        <source>{0} could not be measured.</source>
        <translation>无法测量：{0}。</translation>
    </message>
    <message>
        <source>The run is still going on: {0} of {1} results.</source>
        <translation>运行仍在进行：{1} 个结果中的 {0} 个。</translation>
    </message>
    <message>
        <source>1 row that {0} counts is missing from {1}: {2} measures it again, if its image is still there.</source>
        <translation>{0} 计入的 1 行不在 {1} 中：若图像仍在，{2} 会重新测量。</translation>
    </message>
    <message>
        <source>{0} rows that {1} counts are missing from {2}: {3} measures them again, if their images are still there.</source>
        <translation>{1} 计入的 {0} 行不在 {2} 中：若图像仍在，{3} 会重新测量。</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 失败：{1}</translation>
    </message>
    <message>
        <source>The run was stopped: {0} of {1} results.</source>
        <translation>运行已停止：{1} 个结果中的 {0} 个。</translation>
    </message>
    <message>
        <source>Difference of {0} ({1}) to {2} ({3}): {4}.</source>
        <translation>{0} ({1}) 与 {2} ({3}) 之差:{4}。</translation>
    </message>
    <message>
        <source>Reconstruction quality</source>
        <translation>重建质量</translation>
    </message>
    <message>
        <source>Colour fidelity</source>
        <translation>色彩保真度</translation>
    </message>
    <message>
        <source>Structural accuracy</source>
        <translation>结构准确度</translation>
    </message>
    <message>
        <source>Calibration stability</source>
        <translation>校准稳定性</translation>
    </message>
    <message>
        <source>The set is varied, and near to the real set.</source>
        <translation>该集合多样，且接近真实集合。</translation>
    </message>
    <message>
        <source>The set is near to the real set, and fairly varied.</source>
        <translation>该集合接近真实集合，且较为多样。</translation>
    </message>
    <message>
        <source>The set is near to the real set, but little varied or unclear.</source>
        <translation>该集合接近真实集合，但多样性低或不清晰。</translation>
    </message>
    <message>
        <source>The set is varied, and at some distance from the real set.</source>
        <translation>该集合多样，与真实集合有一定距离。</translation>
    </message>
    <message>
        <source>The set is fairly varied, and at some distance from the real set.</source>
        <translation>该集合较为多样，与真实集合有一定距离。</translation>
    </message>
    <message>
        <source>The set is little varied or unclear, and at some distance from the real set.</source>
        <translation>该集合多样性低或不清晰，与真实集合有一定距离。</translation>
    </message>
    <message>
        <source>The set is varied, but far from the real set.</source>
        <translation>该集合多样，但远离真实集合。</translation>
    </message>
    <message>
        <source>The set is fairly varied, but far from the real set.</source>
        <translation>该集合较为多样，但远离真实集合。</translation>
    </message>
    <message>
        <source>The set is little varied or unclear, and far from the real set.</source>
        <translation>该集合多样性低或不清晰，且远离真实集合。</translation>
    </message>
    <message>
        <source>The set is near to the real set.</source>
        <translation>该集合接近真实集合。</translation>
    </message>
    <message>
        <source>The set is at some distance from the real set.</source>
        <translation>该集合与真实集合有一定距离。</translation>
    </message>
    <message>
        <source>The set is far from the real set.</source>
        <translation>该集合远离真实集合。</translation>
    </message>
    <message>
        <source>That is a rule of thumb from courses on image generation: FID under 50 is good and above 100 poor, an inception score above 8 good and under 3 poor.</source>
        <translation>这是图像生成课程中的经验法则：FID 低于 50 为好、高于 100 为差，Inception Score 高于 8 为好、低于 3 为差。</translation>
    </message>
    <message>
        <source>In the features of {0} the distance is {1} (n = {2}).</source>
        <translation>在 {0} 特征中距离为 {1}（n = {2}）。</translation>
    </message>
    <message>
        <source>{0} pictures span {1} of {2} directions of the features: few pictures make every distance larger, so compare it only with one over as many.</source>
        <translation>{0} 张图像只张成特征 {2} 个方向中的 {1} 个：图像少会使所有距离变大，因此只应与同样数量的结果比较。</translation>
    </message>
    <message>
        <source>Mode collapse: its pictures are realistic (precision {0}), but they cover little of the real set (coverage {1}).</source>
        <translation>模式坍塌：其图像逼真（精确率 {0}），但几乎未覆盖真实集合（覆盖率 {1}）。</translation>
    </message>
    <message>
        <source>Memorised: only {0} of its pictures are farther from their nearest real picture than that is from its own nearest; between two halves of the real set it is {1}.</source>
        <translation>记忆：只有 {0} 的图像与最近真实图像的距离大于该真实图像与其自身最近邻的距离；真实集合的两半之间为 {1}。</translation>
    </message>
    <message>
        <source>Memorised: its pictures lie nearer to the real ones than held-out real pictures do (z = {0}).</source>
        <translation>记忆：其图像比未参与训练的真实图像更接近真实图像（z = {0}）。</translation>
    </message>
    <message>
        <source>None of these distances is an FID: that is by the Inception network alone, and no other may be called so.</source>
        <translation>这些距离都不是 FID：FID 仅由 Inception 网络得出，其他的不能这样称呼。</translation>
    </message>
    <message>
        <source>In the features of {0} the two sets are the same (n = {1}).</source>
        <translation>在 {0} 特征中两个集合相同（n = {1}）。</translation>
    </message>
    <message>
        <source>In the features of {0} the distance of {1} is {2} times that of two halves of the real set, {3} (n = {4}).</source>
        <translation>在 {0} 特征中距离 {1} 是真实集合两半之间距离 {3} 的 {2} 倍（n = {4}）。</translation>
    </message>
    <message>
        <source>In the features of {0} the reconstructions are {1} from the originals, and two halves of the originals {2} from each other (n = {3}).</source>
        <translation>在 {0} 特征中重建图与原图相距 {1}，原图两半彼此相距 {2}（n = {3}）。</translation>
    </message>
    <message>
        <source>In the features of {0} the distance of {1} is not above that of two halves of the real set, {2}: at this number of pictures it does not tell the two sets apart (n = {3}).</source>
        <translation>在 {0} 特征中距离 {1} 不超过真实集合两半之间的距离 {2}：在此图像数量下无法区分两个集合（n = {3}）。</translation>
    </message>
    <message>
        <source>it finished {0} of the {1} images that others finished</source>
        <translation>其他 VAE 完成了 {1} 张图像，它只完成了 {0} 张</translation>
    </message>
    <message>
        <source>it finished no image that counts</source>
        <translation>它没有完成任何计入的图像</translation>
    </message>
    <message>
        <source>make room</source>
        <translation>腾出空间</translation>
    </message>
    <message>
        <source>raise the limit on the size of files (ulimit -f)</source>
        <translation>提高文件大小上限（ulimit -f）</translation>
    </message>
    <message>
        <source>make it writable</source>
        <translation>使其可写</translation>
    </message>
    <message>
        <source>{0}; what was measured so far ({1}) could not be saved elsewhere: {2}</source>
        <translation>{0}；到目前为止的测量结果（{1}）也无法保存到别处：{2}</translation>
    </message>
    <message>
        <source>{0}; what was measured so far ({1}) is in '{2}': continue there with {3}</source>
        <translation>{0}；到目前为止的测量结果（{1}）在“{2}”中：可用 {3} 从那里接着进行</translation>
    </message>
    <message>
        <source>'{0}' already holds a run: continue it with {1} and equal settings, or choose another output folder</source>
        <translation>“{0}”中已有一次运行：请用 {1} 以相同的设置接着进行，或另选一个输出文件夹</translation>
    </message>
    <message>
        <source>'{0}' can no longer be written: {1}; what was measured before is on disk, {2} and continue with {3}</source>
        <translation>无法再写入“{0}”：{1}；此前的测量结果已在磁盘上，请先处理（{2}），再用 {3} 接着进行</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; {2} and continue with {3}</source>
        <translation>无法写入“{0}”：{1}；请先处理（{2}），再用 {3} 接着进行</translation>
    </message>
    <message>
        <source>The floor is the same number between two halves of the real set. Each half has half as many pictures, which alone makes a Fréchet distance up to twice as large, so a set as good as real ones lies between half of its floor and its floor.</source>
        <translation>下限是真实集合两半之间的同一数值。每一半的图像数只有一半，仅此就会使弗雷歇距离最多加倍，因此与真实图像一样好的集合介于其下限的一半与下限之间。</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; the rows measured so far are in {2}, {3} and continue with {4}</source>
        <translation>无法写入“{0}”：{1}；到目前为止测量的行在 {2} 中，请先处理（{3}），再用 {4} 接着进行</translation>
    </message>
    <message>
        <source>--resume</source>
        <translation>--resume</translation>
    </message>
    <message>
        <source>--out '{0}' --resume</source>
        <translation>--out '{0}' --resume</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} 张图像</translation>
    </message>
    <message>
        <source>1 VAE</source>
        <translation>1 个 VAE</translation>
    </message>
    <message>
        <source>{0} VAEs</source>
        <translation>{0} 个 VAE</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} 与 {1}</translation>
    </message>
    <message>
        <source>it is what a network says of the pictures, of which there is no second one with the same weights</source>
        <translation>是网络对图像给出的结果，没有权重相同的另一实现</translation>
    </message>
    <message>
        <source>it needs the VAE itself, not only what it made of the picture</source>
        <translation>需要 VAE 本身，而不只是它生成的图像</translation>
    </message>
    <message>
        <source>it is of the latent, which no picture shows</source>
        <translation>属于潜变量，图像中看不到</translation>
    </message>
    <message>
        <source>it is of the decoder's output before that was rounded to 8 bits</source>
        <translation>属于舍入到 8 位之前的解码器输出</translation>
    </message>
    <message>
        <source>it is a time</source>
        <translation>是时间</translation>
    </message>
    <message>
        <source>it depends on where the tiles lay, which no picture shows</source>
        <translation>取决于分块的位置，图像中看不到</translation>
    </message>
    <message>
        <source>its pictures were not saved</source>
        <translation>其图像未保存</translation>
    </message>
    <message>
        <source>it names no pictures, although the run saved all</source>
        <translation>运行保存了全部图像，但此行没有写明图像</translation>
    </message>
    <message>
        <source>its pictures are missing</source>
        <translation>其图像缺失</translation>
    </message>
    <message>
        <source>it did not come back</source>
        <translation>没有返回</translation>
    </message>
    <message>
        <source>{0} is not installed: install it with {1}</source>
        <translation>未安装 {0}：请用 {1} 安装</translation>
    </message>
    <message>
        <source>it cannot be read: {0}</source>
        <translation>无法读取：{0}</translation>
    </message>
    <message>
        <source>its two pictures differ in size</source>
        <translation>其两张图像大小不同</translation>
    </message>
    <message>
        <source>its picture is not the one that its row was measured on</source>
        <translation>其图像不是测量该行时所用的图像</translation>
    </message>
    <message>
        <source>it is of the latents, which are in no picture and in no row</source>
        <translation>属于潜变量，图像与行中都没有</translation>
    </message>
    <message>
        <source>which file a VAE was, its precision and the machine are in no picture</source>
        <translation>所用的 VAE 文件、精度和机器不在任何图像中</translation>
    </message>
    <message>
        <source>it is a time; the means of the times are among the columns</source>
        <translation>是时间；时间的均值已在各列之中</translation>
    </message>
    <message>
        <source>its distances are of the features of networks, which are in no picture</source>
        <translation>其距离基于网络特征,而这些特征不在任何图像中</translation>
    </message>
    <message>
        <source>they are measured beside the images of the run</source>
        <translation>它们在运行的图像之外另行测量</translation>
    </message>
    <message>
        <source>the run has not ended, so its summary is behind its rows: continue it to its end</source>
        <translation>运行尚未结束，摘要落后于各行：请继续到结束</translation>
    </message>
    <message>
        <source>it is no whole row</source>
        <translation>不是完整的行</translation>
    </message>
    <message>
        <source>they are no whole rows</source>
        <translation>不是完整的行</translation>
    </message>
    <message>
        <source>Not verified: {0}</source>
        <translation>未通过验证：{0}</translation>
    </message>
    <message>
        <source>Not recomputed: {0} and {1} more: {2}</source>
        <translation>未重新计算：{0} 及另外 {1} 项：{2}</translation>
    </message>
    <message>
        <source>Verified: {0} of {1} recomputed from their pictures, and every number agrees</source>
        <translation>已验证：从图像重新计算了 {1} 中的 {0} 行，所有数值一致</translation>
    </message>
    <message>
        <source>Not recomputed: {0}: {1}</source>
        <translation>未重新计算：{0}：{1}</translation>
    </message>
    <message>
        <source>{0}; {1} failed when they were measured</source>
        <translation>{0}；测量时有 {1} 行失败</translation>
    </message>
    <message>
        <source>{0}; {1} could not be recomputed</source>
        <translation>{0}；有 {1} 行无法重新计算</translation>
    </message>
    <message>
        <source>numbers do not agree in {0}</source>
        <translation>{0} 中的数值不一致</translation>
    </message>
    <message>
        <source>{0} cannot be read as it was measured ({1})</source>
        <translation>{0} 无法按测量时的样子读取（{1}）</translation>
    </message>
    <message>
        <source>no row has saved pictures: measure again with Save images set to all</source>
        <translation>没有任何行保存了图像：请将“保存图像”设为 all 后重新测量</translation>
    </message>
    <message>
        <source>{0} more like it</source>
        <translation>另有 {0} 项类似</translation>
    </message>
    <message>
        <source>“Resume”</source>
        <translation>“继续”</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Loading PyTorch</source>
        <translation>正在加载 PyTorch</translation>
    </message>
    <message>
        <source>Test charts</source>
        <translation>测试图</translation>
    </message>
    <message>
        <source>Choosing the batch size</source>
        <translation>正在选择批大小</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>正在列出</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Looking for copies</source>
        <translation>正在查找副本</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Loading the metrics</source>
        <translation>正在加载指标</translation>
    </message>
    <message>
        <source>Checking the images that were measured</source>
        <translation>正在检查已测量的图像</translation>
    </message>
    <message>
        <source>encode, decode</source>
        <translation>编码、解码</translation>
    </message>
</context>
<context>
    <name>terms</name>
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
</context>
</TS>
