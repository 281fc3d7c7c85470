<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>As the desktop</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>The window speaks {0} as soon as the run has ended.</source>
        <translation>実行が終わると、ウィンドウは {0} になります。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>This run has saved no originals and reconstructions to judge: choose “all” under Save images, and run it again.</source>
        <translation>この実行には判定する元画像と再構成が保存されていません。「画像の保存」で「すべて」を選び、もう一度実行してください。</translation>
    </message>
</context>
<context>
    <name>ChartStrip</name>
    <message>
        <source>Original</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>ChartsModel</name>
    <message>
        <source>the original</source>
        <translation>オリジナル</translation>
    </message>
    <message>
        <source>{0} of {1}: {2}</source>
        <translation>{1} の {0}: {2}</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測定</translation>
    </message>
    <message>
        <source>{0}; {1} from the original</source>
        <translation>{0}、オリジナルとの差 {1}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>元画像</translation>
    </message>
</context>
<context>
    <name>ChartsTab</name>
    <message>
        <source>What came back of the test charts, 512 px and without the marker. They are in no mean and no J. Under a value: its difference from the original's.</source>
        <translation>テストチャート（512 px、マーカーなし）を通した結果です。どの平均にも J にも入りません。値の下はオリジナルの値との差です。</translation>
    </message>
    <message>
        <source>Figures of the test charts</source>
        <translation>テストチャートの指標</translation>
    </message>
    <message>
        <source>Charts as they came back</source>
        <translation>復元されたチャート</translation>
    </message>
    <message>
        <source>No test charts were measured in this run. Switch on “Test charts” in the settings of the run and run it into a new folder.</source>
        <translation>この実行ではテストチャートを測定していません。実行の設定で「テストチャート」をオンにして、新しいフォルダーに実行してください。</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>A run is going on.</source>
        <translation>実行中です。</translation>
    </message>
    <message>
        <source>What is done is on disk. If you stop now, you can resume the run later.</source>
        <translation>完了分は保存済みです。今停止しても、後で再開できます。</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>実行を続ける</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止して閉じる</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか？</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>見つかったコマンド</translation>
    </message>
</context>
<context>
    <name>ComparisonWindow</name>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} と {1}</translation>
    </message>
    <message>
        <source>Differences of two runs</source>
        <translation>2 つの実行の差</translation>
    </message>
    <message>
        <source>{0} compared with {1}</source>
        <translation>{0} と {1} の比較</translation>
    </message>
    <message>
        <source>These runs were not measured alike, so their numbers are not comparable:</source>
        <translation>測定条件が異なるため、数値は比較できません:</translation>
    </message>
    <message>
        <source>Compare anyway</source>
        <translation>それでも比較</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown としてコピー</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>ページとして開く</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>▲ better than the other run, ▼ worse, by the test over the images in common; under it: other → this</source>
        <translation>▲ もう一方の実行より良い、▼ 悪い（共通の画像での検定による）。下段: もう一方 → この実行</translation>
    </message>
    <message>
        <source>Not measured alike, each over the images of its run, so nothing is said to be better; under it: other → this</source>
        <translation>測定条件が異なり、それぞれの実行の画像での値なので、優劣は示しません。下は 他方 → こちら</translation>
    </message>
    <message>
        <source>Grey: not comparable; under it: other → this</source>
        <translation>灰色: 比較不可。下段: もう一方 → この実行</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Kind of plot</source>
        <translation>グラフの種類</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Metric of the vertical axis</source>
        <translation>縦軸の指標</translation>
    </message>
    <message>
        <source>First VAE of the difference</source>
        <translation>差分の 1 つ目の VAE</translation>
    </message>
    <message>
        <source>Second VAE of the difference</source>
        <translation>差分の 2 つ目の VAE</translation>
    </message>
    <message>
        <source>Select rows: drag a loop around them (or hold Shift and drag)</source>
        <translation>行の選択: 囲むようにドラッグ（または Shift を押しながらドラッグ）</translation>
    </message>
    <message>
        <source>Show everything again (F, or double-click)</source>
        <translation>全体を再表示 (F またはダブルクリック)</translation>
    </message>
    <message>
        <source>Save or copy this plot</source>
        <translation>このグラフを保存またはコピー</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Every image's value, by VAE, with mean and 95 % interval</source>
        <translation>VAE ごとの各画像の値、平均と 95 % 区間</translation>
    </message>
    <message>
        <source>Paired difference</source>
        <translation>対応差</translation>
    </message>
    <message>
        <source>Two VAEs on the same images: who is better, how often, by how much</source>
        <translation>同じ画像での 2 つの VAE: どちらが、どのくらいの頻度で、どれだけ良いか</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>散布図</translation>
    </message>
    <message>
        <source>One metric against another</source>
        <translation>2 つの指標の関係</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>スペクトル</translation>
    </message>
    <message>
        <source>Power by frequency of the selected image and its reconstructions</source>
        <translation>選択した画像と再構成の周波数ごとのパワー</translation>
    </message>
    <message>
        <source>Mean spectrum</source>
        <translation>平均スペクトル</translation>
    </message>
    <message>
        <source>Power kept, lost or added by frequency, over all images</source>
        <translation>周波数ごとに保たれた、失われた、加わったパワー（全画像）</translation>
    </message>
    <message>
        <source>Marker drift</source>
        <translation>マーカーのずれ</translation>
    </message>
    <message>
        <source>Drift of red, green, blue, brightness and contrast, by VAE</source>
        <translation>VAE ごとの赤、緑、青、明るさ、コントラストのずれ</translation>
    </message>
    <message>
        <source>Running mean</source>
        <translation>累積平均</translation>
    </message>
    <message>
        <source>How the means settle while rows arrive</source>
        <translation>行が増えるにつれ平均が落ち着く様子</translation>
    </message>
    <message>
        <source>Rate–distortion</source>
        <translation>レート歪み</translation>
    </message>
    <message>
        <source>What quality each VAE gives for how many bits a pixel</source>
        <translation>各 VAE が 1 ピクセルあたり何ビットでどれだけの品質を出すか</translation>
    </message>
    <message>
        <source>of</source>
        <translation>:</translation>
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
        <translation>PNG または SVG で保存…</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>画像としてコピー</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>Contrast kept at half of the Nyquist frequency: {0}</source>
        <translation>ナイキスト周波数の半分で保たれるコントラスト: {0}</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>cycles per pixel; dashed: Nyquist</source>
        <translation>サイクル/ピクセル、破線: ナイキスト</translation>
    </message>
</context>
<context>
    <name>DeltasModel</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 中 {0}</translation>
    </message>
    <message>
        <source>this run {0!r}</source>
        <translation>この実行 {0!r}</translation>
    </message>
    <message>
        <source>the other {0!r}</source>
        <translation>もう一方 {0!r}</translation>
    </message>
    <message>
        <source>difference {0}</source>
        <translation>差 {0}</translation>
    </message>
    <message>
        <source>not comparable: the runs were measured differently</source>
        <translation>比較不可: 測定条件が異なります</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>区別できない</translation>
    </message>
    <message>
        <source>better</source>
        <translation>より良い</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>より悪い</translation>
    </message>
    <message>
        <source>only in this run</source>
        <translation>この実行のみ</translation>
    </message>
    <message>
        <source>only in the other</source>
        <translation>もう一方のみ</translation>
    </message>
</context>
<context>
    <name>DerivedView</name>
    <message>
        <source>Both pictures are needed, in one size.</source>
        <translation>同じサイズの画像が両方必要です。</translation>
    </message>
    <message>
        <source>Loading PyTorch …</source>
        <translation>PyTorch を読み込み中 …</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>処理中 …</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>元画像</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>No program of this computer opened it; it lies here: {0}</source>
        <translation>このコンピューターのどのプログラムでも開けませんでした。場所: {0}</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>開発者が知りたい情報</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Copy the message and the details, to send them to somebody</source>
        <translation>誰かに送れるように、メッセージと詳細をコピーします</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>∞ on all {0}</source>
        <translation>{0} 枚すべて ∞</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>{0}, ∞ on {1}</source>
        <translation>{0}、{1} 枚で ∞</translation>
    </message>
    <message>
        <source>a sign is one image, the box the middle half, the thin line the 5th to the 95th percentile</source>
        <translation>記号は 1 枚の画像、箱は中央の半分、細い線は 5～95 パーセンタイル</translation>
    </message>
    <message>
        <source>the large sign is the mean, the thick line its 95 % interval</source>
        <translation>大きい記号は平均、太線はその 95 % 区間</translation>
    </message>
    <message>
        <source>the large sign is the mean, the thick line its 95 % interval so far, by Student's t</source>
        <translation>大きい記号は平均、太線はその現時点での 95 % 区間（スチューデントの t による）</translation>
    </message>
    <message>
        <source>{0} of {1} values are drawn</source>
        <translation>{1} 個中 {0} 個の値を描画</translation>
    </message>
    <message>
        <source>ideal {0}</source>
        <translation>理想値 {0}</translation>
    </message>
    <message>
        <source>{0} by VAE, {1}</source>
        <translation>VAE ごとの {0}、{1}</translation>
    </message>
    <message>
        <source>{0} is infinite on every image: nothing can be drawn.</source>
        <translation>すべての画像で {0} が無限大のため、描画できません。</translation>
    </message>
    <message>
        <source>No image has a value of {0} in this run.</source>
        <translation>この実行には {0} の値を持つ画像がありません。</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy rows as Markdown</source>
        <translation>行を Markdown でコピー</translation>
    </message>
    <message>
        <source>Copy picture pair to post</source>
        <translation>投稿用の比較画像をコピー</translation>
    </message>
    <message>
        <source>Copy run as command</source>
        <translation>実行をコマンドとしてコピー</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>画像をフィルター</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>{0} copied</source>
        <translation>{0} をコピーしました</translation>
    </message>
    <message>
        <source>Table as {0}</source>
        <translation>{0} の表</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>SHA-256 copied: {0}</source>
        <translation>SHA-256 をコピーしました: {0}</translation>
    </message>
    <message>
        <source>All rows as CSV (*.rows.csv)</source>
        <translation>全行 CSV (*.rows.csv)</translation>
    </message>
    <message>
        <source>Contact sheet (*.sheet.png)</source>
        <translation>コンタクトシート (*.sheet.png)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>保存しました: {0}</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>number</source>
        <translation>数値</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Folder of images</source>
        <translation>画像フォルダー</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Images ({0})</source>
        <translation>画像 ({0})</translation>
    </message>
    <message>
        <source>VAE files</source>
        <translation>VAE ファイル</translation>
    </message>
    <message>
        <source>VAE weights ({0})</source>
        <translation>VAE の重み ({0})</translation>
    </message>
    <message>
        <source>Folder of VAEs</source>
        <translation>VAE フォルダー</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>実行フォルダー</translation>
    </message>
    <message>
        <source>Left out {0}: {1}</source>
        <translation>除外 {0}: {1}</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Add folder of images…</source>
        <translation>画像フォルダーを追加…</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>画像を追加…</translation>
    </message>
    <message>
        <source>Add VAE files…</source>
        <translation>VAE ファイルを追加…</translation>
    </message>
    <message>
        <source>Add folder of VAEs…</source>
        <translation>VAE フォルダーを追加…</translation>
    </message>
    <message>
        <source>Get VAEs from the Hugging Face Hub…</source>
        <translation>Hugging Face Hub から VAE を入手…</translation>
    </message>
    <message>
        <source>Paste paths</source>
        <translation>パスを貼り付け</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>実行を開く…</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>スタートページ</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>Compare with another run…</source>
        <translation>別の実行と比較…</translation>
    </message>
    <message>
        <source>Compare sets of pictures…</source>
        <translation>画像の集合を比較…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Save view as PNG…</source>
        <translation>表示を PNG で保存…</translation>
    </message>
    <message>
        <source>Save original as PNG…</source>
        <translation>元画像を PNG で保存…</translation>
    </message>
    <message>
        <source>Save reconstruction as PNG…</source>
        <translation>再構成を PNG で保存…</translation>
    </message>
    <message>
        <source>Show run folder</source>
        <translation>実行フォルダーを表示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search, or filter: lpips &gt; 0.05 and vae == "mini"</source>
        <translation>検索またはフィルター: lpips &gt; 0.05 and vae == "mini"</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>行をフィルター</translation>
    </message>
    <message>
        <source>Words are searched for in names and notes. Or compare: lpips &gt; 0.05, abs(rho_g - 1) &gt; 0.1, "cat" in image, not excluded; join with and, or, not.</source>
        <translation>語は名前とメモから検索します。比較式も使えます: lpips &gt; 0.05、abs(rho_g - 1) &gt; 0.1、"cat" in image、not excluded。and、or、not でつなぎます。</translation>
    </message>
    <message>
        <source>Worst 10</source>
        <translation>ワースト 10</translation>
    </message>
    <message>
        <source>The ten worst rows by the sorted metric, else by J</source>
        <translation>並べ替えた指標（なければ J）で最も悪い 10 行</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Rows without a result</source>
        <translation>結果のない行</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>フラグ付き</translation>
    </message>
    <message>
        <source>Images you flagged with X</source>
        <translation>X キーでフラグを付けた画像</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Images you left out of all means with C</source>
        <translation>C キーですべての平均から除外した画像</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Images that rank the VAEs differently than the means do</source>
        <translation>平均とは異なる順位になる画像</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}中 {0}</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Names that fit here</source>
        <translation>ここで使える名前</translation>
    </message>
</context>
<context>
    <name>ForecastLine</name>
    <message>
        <source>Use tiling</source>
        <translation>タイル処理を使う</translation>
    </message>
    <message>
        <source>Encode and decode in tiles: less memory, slightly other numbers</source>
        <translation>タイル単位でエンコード・デコード: メモリは減り、数値は少し変わります</translation>
    </message>
    <message>
        <source>The time is a guess until a VAE of this kind has been run on this device.</source>
        <translation>このデバイスで同種の VAE を実行するまで、時間は推測値です。</translation>
    </message>
    <message>
        <source>The time is what earlier runs on this device took.</source>
        <translation>このデバイスでの以前の実行時間に基づきます。</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>時間は不明</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>約 {0}</translation>
    </message>
    <message>
        <source>about {0} GB of memory</source>
        <translation>メモリ 約 {0} GB</translation>
    </message>
    <message>
        <source>{0} GB are free</source>
        <translation>{0} GB 空き</translation>
    </message>
    <message>
        <source>This will not fit into memory: {0} needs about {1} GB, {2} GB are free.</source>
        <translation>メモリに収まりません。{0} には約 {1} GB 必要ですが、空きは {2} GB です。</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Less motion: nothing blinks by itself</source>
        <translation>動きを減らす: 自動では点滅しません</translation>
    </message>
    <message>
        <source>Runs go into</source>
        <translation>実行の保存先</translation>
    </message>
    <message>
        <source>Everything takes effect at once and stays on this computer. A run that goes on keeps its folder.</source>
        <translation>変更はすぐに反映され、このコンピューターにのみ保存されます。進行中の実行のフォルダーは変わりません。</translation>
    </message>
    <message>
        <source>Folder that runs go into</source>
        <translation>実行を保存するフォルダー</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose the folder that runs go into</source>
        <translation>実行を保存するフォルダーを選択</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定</translation>
    </message>
    <message>
        <source>Default folder for runs</source>
        <translation>実行の既定フォルダー</translation>
    </message>
    <message>
        <source>Give the whole path, from the root or the drive on.</source>
        <translation>ルートまたはドライブからのフルパスを入力してください。</translation>
    </message>
    <message>
        <source>This is a file: choose a folder.</source>
        <translation>これはファイルです。フォルダーを選択してください。</translation>
    </message>
</context>
<context>
    <name>HeatLegend</name>
    <message>
        <source>{0}: from {1}, worst, dark, to {2}, best, bright</source>
        <translation>{0}: {1}（最悪、暗い）から {2}（最良、明るい）まで</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Search commands…</source>
        <translation>コマンドを検索…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Verify this run</source>
        <translation>この実行を検証</translation>
    </message>
    <message>
        <source>About VAELab</source>
        <translation>VAELab について</translation>
    </message>
    <message>
        <source>VAELab {0}: what an image VAE does to your own pictures. Everything stays on this computer.</source>
        <translation>VAELab {0}: 画像 VAE があなたの画像をどう変えるかを測ります。すべてこのコンピューター内で完結します。</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histograms of luma</source>
        <translation>輝度ヒストグラム</translation>
    </message>
    <message>
        <source>Luma from 0 to 255. Area: original. Line: reconstruction.</source>
        <translation>輝度 0～255。面: 元画像、線: 再構成。</translation>
    </message>
    <message>
        <source>luma · area: original, line: reconstruction</source>
        <translation>輝度 · 面: 元画像、線: 再構成</translation>
    </message>
</context>
<context>
    <name>HubController</name>
    <message>
        <source>Added {0} to the VAEs.</source>
        <translation>VAE に {0} を追加しました。</translation>
    </message>
    <message>
        <source>{0} is in the list already.</source>
        <translation>{0} はすでに一覧にあります。</translation>
    </message>
    <message>
        <source>{0} is downloaded: add it in 'Get VAEs'.</source>
        <translation>{0} をダウンロードしました。「VAE を入手」で追加してください。</translation>
    </message>
</context>
<context>
    <name>HubDetails</name>
    <message>
        <source>Progress of the download</source>
        <translation>ダウンロードの進捗</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>ダウンロードをキャンセル</translation>
    </message>
    <message>
        <source>What has arrived is kept: the next download goes on from there.</source>
        <translation>受信済みの分は保持され、次回はそこから続きます。</translation>
    </message>
    <message>
        <source>Choose a VAE above, or look one up below.</source>
        <translation>上で VAE を選択するか、下で検索してください。</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>ライセンス: {0}</translation>
    </message>
    <message>
        <source>size not known yet</source>
        <translation>サイズはまだ不明</translation>
    </message>
    <message>
        <source>Asking the Hub for size and licence</source>
        <translation>Hub にサイズとライセンスを照会中</translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept.</source>
        <translation>停止しました。受信済みの分は保持されます。</translation>
    </message>
    <message>
        <source>It is in the cache, and works offline.</source>
        <translation>キャッシュにあり、オフラインでも使えます。</translation>
    </message>
    <message>
        <source>Accept the licence on its page and log in with 'hf auth login' first.</source>
        <translation>先にページでライセンスに同意し、'hf auth login' でログインしてください。</translation>
    </message>
    <message>
        <source>Goes into {0}</source>
        <translation>{0} に保存</translation>
    </message>
    <message>
        <source>The Hub offers {0}.</source>
        <translation>Hub の提供: {0}。</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>一覧に追加</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>照会</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Download {0}</source>
        <translation>ダウンロード {0}</translation>
    </message>
</context>
<context>
    <name>HubDialog</name>
    <message>
        <source>Get VAEs</source>
        <translation>VAE を入手</translation>
    </message>
    <message>
        <source>Search: sdxl mit, flux, 16 ch, tiny</source>
        <translation>検索: sdxl mit、flux、16 ch、tiny</translation>
    </message>
    <message>
        <source>Search the known VAEs</source>
        <translation>既知の VAE を検索</translation>
    </message>
    <message>
        <source>org/name, org/name:subfolder, org/name:file, or the address of its page</source>
        <translation>org/name、org/name:subfolder、org/name:file、またはページの URL</translation>
    </message>
    <message>
        <source>Id of any other VAE of the Hub</source>
        <translation>Hub にあるほかの VAE の ID</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>照会</translation>
    </message>
    <message>
        <source>Ask the Hub for size and licence; nothing is downloaded yet.</source>
        <translation>Hub にサイズとライセンスを照会します。まだ何もダウンロードしません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Downloads go on.</source>
        <translation>ダウンロードは続きます。</translation>
    </message>
    <message>
        <source>Known VAEs</source>
        <translation>既知の VAE</translation>
    </message>
    <message>
        <source>&amp;Any other</source>
        <translation>その他(&amp;A)</translation>
    </message>
    <message>
        <source>VAELab contacts the Hub only when you press Look up or Download. Files go into the Hugging Face cache.</source>
        <translation>「照会」か「ダウンロード」を押すまで、どこにも接続しません。ファイルは Hugging Face のキャッシュに入ります。</translation>
    </message>
    <message>
        <source>none: look it up below</source>
        <translation>なし: 下で照会してください</translation>
    </message>
</context>
<context>
    <name>HubTable</name>
    <message>
        <source>Whose latent space it has: VAEs of one space can decode what the others encode.</source>
        <translation>どの潜在空間か: 同じ空間の VAE は互いのエンコード結果をデコードできます。</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空間</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜在表現</translation>
    </message>
</context>
<context>
    <name>HubWords</name>
    <message>
        <source>starting</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>in cache</source>
        <translation>キャッシュ済み</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>照会中</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>提供あり</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>{0}, login</source>
        <translation>{0}、要ログイン</translation>
    </message>
    <message>
        <source>Checking the checksum</source>
        <translation>チェックサムを確認中</translation>
    </message>
    <message>
        <source>Waiting to try again: {0}</source>
        <translation>再試行を待機中: {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 中 {0}</translation>
    </message>
    <message>
        <source>{0} per second</source>
        <translation>毎秒 {0}</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>残り {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 時間</translation>
    </message>
</context>
<context>
    <name>ImagesCard</name>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>画像フォルダーを選択</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>フォルダー…</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>Choose single images</source>
        <translation>個別の画像を選択</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>検索中 …</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>画像 {0} 枚</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>画像 1 枚</translation>
    </message>
    <message>
        <source>{0} left out: why?</source>
        <translation>{0} 件を除外: 理由</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} を削除</translation>
    </message>
    <message>
        <source>Remove; this can be undone</source>
        <translation>取り除く（元に戻せます）</translation>
    </message>
    <message>
        <source>next run</source>
        <translation>次の実行</translation>
    </message>
    <message>
        <source>It was added while a run went on</source>
        <translation>実行中に追加されました</translation>
    </message>
    <message>
        <source>A run uses these images: they can be removed when the run has ended</source>
        <translation>実行で使用中の画像です。実行が終わると削除できます</translation>
    </message>
</context>
<context>
    <name>ImagesTab</name>
    <message>
        <source>Choose columns</source>
        <translation>列を選択</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>悪い順</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>良い順</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>The clipboard holds nothing to take: copy the path of a folder, an image or a VAE, or a name such as mini or jpeg:75.</source>
        <translation>クリップボードに取り込めるものがありません。フォルダー、画像、VAE のパス、または mini や jpeg:75 などの名前をコピーしてください。</translation>
    </message>
    <message>
        <source>{0} was not taken: {1}</source>
        <translation>{0} は受け付けませんでした: {1}</translation>
    </message>
    <message>
        <source>What was added waits for the next run.</source>
        <translation>追加した項目は次の実行を待ちます。</translation>
    </message>
    <message>
        <source>The images lie in subfolders, which are not looked into.</source>
        <translation>画像はサブフォルダーにありますが、サブフォルダーは検索されません。</translation>
    </message>
    <message>
        <source>Include subfolders</source>
        <translation>サブフォルダーを含める</translation>
    </message>
    <message>
        <source>{0} VAEs were added.</source>
        <translation>VAE を {0} 個追加しました。</translation>
    </message>
    <message>
        <source>{0} was not taken: {1}.</source>
        <translation>{0} は受け付けませんでした: {1}。</translation>
    </message>
    <message>
        <source>{0} files were not taken.</source>
        <translation>{0} 個のファイルは受け付けませんでした。</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Only the first of {0} runs is opened.</source>
        <translation>{0} 件の実行のうち最初のものだけを開きます。</translation>
    </message>
</context>
<context>
    <name>JudgeChoices</name>
    <message>
        <source>← Left is closer</source>
        <translation>← 左の方が近い</translation>
    </message>
    <message>
        <source>↓ No difference</source>
        <translation>↓ 差がない</translation>
    </message>
    <message>
        <source>→ Right is closer</source>
        <translation>→ 右の方が近い</translation>
    </message>
    <message>
        <source>← Real</source>
        <translation>← 本物</translation>
    </message>
    <message>
        <source>→ Generated</source>
        <translation>→ 生成</translation>
    </message>
    <message>
        <source>1 not at all</source>
        <translation>1 まったくない</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3 fairly</source>
        <translation>3 まあまあ</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>5 entirely</source>
        <translation>5 完全に</translation>
    </message>
</context>
<context>
    <name>JudgeResults</name>
    <message>
        <source>What the judges found</source>
        <translation>判定者の結果</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>実行に戻る</translation>
    </message>
    <message>
        <source>Counting the answers …</source>
        <translation>回答を集計中…</translation>
    </message>
</context>
<context>
    <name>JudgeStart</name>
    <message>
        <source>Blind test</source>
        <translation>ブラインドテスト</translation>
    </message>
    <message>
        <source>Pictures are shown without the names of their VAEs, in an order and on sides drawn by chance. Each answer is written down at once: you can stop at any time and go on later. The names are told at the end.</source>
        <translation>画像は VAE の名前を伏せて、無作為に選んだ順序と左右で表示されます。回答はそのつど記録されるので、いつでも中断して後で続けられます。名前は最後に示されます。</translation>
    </message>
    <message>
        <source>your name or initials</source>
        <translation>名前またはイニシャル</translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation>判定者(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Closer: which of two reconstructions is closer to the original?</source>
        <translation>近さ(&amp;C): 二つの再構成のどちらが元画像に近いか</translation>
    </message>
    <message>
        <source>R&amp;eal?: is one picture an original, or did a VAE make it?</source>
        <translation>本物か(&amp;E): この画像は元画像か、VAE が作ったものか</translation>
    </message>
    <message>
        <source>Ra&amp;te: how real, different, fitting and creative, from 1 to 5?</source>
        <translation>評価(&amp;T): 本物らしさ、多様さ、適合、創造性を 1 から 5 で</translation>
    </message>
    <message>
        <source>Another seed draws another order and other sides.</source>
        <translation>シードを変えると、順序と左右が変わります。</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>シード(&amp;S)</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>JudgeWindow</name>
    <message>
        <source>Blind test — VAELab</source>
        <translation>ブラインドテスト — VAELab</translation>
    </message>
    <message>
        <source>Previous (Backspace)</source>
        <translation>前へ (Backspace)</translation>
    </message>
    <message>
        <source>Finish (Esc)</source>
        <translation>終了 (Esc)</translation>
    </message>
    <message>
        <source>You have answered everything there is to this question: choose another one, or another name.</source>
        <translation>この質問にはすべて回答済みです。別の質問か、別の名前を選んでください。</translation>
    </message>
    <message>
        <source>There is nothing to ask: this takes saved pictures of two VAEs, or of one and its originals.</source>
        <translation>質問できるものがありません。二つの VAE の保存画像、または一つの VAE とその元画像が必要です。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0}, passed over for want of pictures: {1}</source>
        <translation>{0}、画像がなく飛ばした数: {1}</translation>
    </message>
    <message>
        <source>Hold 1, 2 or 3 to see the left picture, the original or the right one alone. Z: full size, wheel: zoom, drag: move.</source>
        <translation>1、2、3 を押している間、左の画像、元画像、右の画像だけを表示します。Z: 原寸、ホイール: 拡大縮小、ドラッグ: 移動。</translation>
    </message>
    <message>
        <source>Z: full size, wheel: zoom, drag: move.</source>
        <translation>Z: 原寸、ホイール: 拡大縮小、ドラッグ: 移動。</translation>
    </message>
    <message>
        <source>Your answer could not be written: make room on the disk, and choose again.</source>
        <translation>回答を記録できませんでした。ディスクの空きを増やして、もう一度選んでください。</translation>
    </message>
    <message>
        <source>{0} of {1} answered. The names are told when all are: go on with Run › Judge….</source>
        <translation>{1}問中{0}問に回答しました。名前はすべて回答した後に表示されます。「実行 › 判定…」で続けてください。</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>まだ誰も回答していません。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Search actions</source>
        <translation>操作を検索</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作とキー</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation>ここで新しいキーを押してください</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>新しいキー:</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>This key instead of those the action has</source>
        <translation>この操作の今のキーをこのキーに置き換えます</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>This key beside those the action has</source>
        <translation>この操作の今のキーにこのキーを加えます</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>The key this action had at first</source>
        <translation>この操作の最初のキーに戻します</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>すべてのキーをリセット</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>In tables and viewer</source>
        <translation>表とビューアーで</translation>
    </message>
    <message>
        <source>At first: {0}</source>
        <translation>初期値: {0}</translation>
    </message>
    <message>
        <source>{0} is already the key of “{1}”. “Use” or “Add” takes it from there.</source>
        <translation>{0} はすでに「{1}」のキーです。「使う」か「追加」を押すと、そちらから移ります。</translation>
    </message>
    <message>
        <source>{0} is free.</source>
        <translation>{0} は空いています。</translation>
    </message>
    <message>
        <source>“{0}”: press a new key in the field, then “Use”.</source>
        <translation>「{0}」: 欄で新しいキーを押してから「使う」を押してください。</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Show lines with …</source>
        <translation>含む行を表示 …</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>ログをフィルター</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
</context>
<context>
    <name>LookingKeys</name>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>スワイプ</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>点滅</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Map of the error</source>
        <translation>誤差マップ</translation>
    </message>
    <message>
        <source>All VAEs at once</source>
        <translation>すべての VAE を一度に</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>stopping …</source>
        <translation>停止中 …</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>What is shown</source>
        <translation>表示内容</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>ゲイン</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Gain: the same one gives colours the same meaning for all VAEs and images; Auto ends at each picture's own largest value</source>
        <translation>ゲイン: 同じなら、すべての VAE と画像で色の意味が同じです。「自動」は各画像の最大値に合わせます</translation>
    </message>
    <message>
        <source>Signed difference</source>
        <translation>符号付き差分</translation>
    </message>
    <message>
        <source>Absolute difference</source>
        <translation>絶対差分</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>絶対誤差</translation>
    </message>
    <message>
        <source>Colour difference ΔE 2000</source>
        <translation>色差 ΔE 2000</translation>
    </message>
    <message>
        <source>Structure: 1 − SSIM</source>
        <translation>構造: 1 − SSIM</translation>
    </message>
    <message>
        <source>Seen difference: FLIP</source>
        <translation>見た目の差: FLIP</translation>
    </message>
    <message>
        <source>Learned difference: LPIPS</source>
        <translation>学習された差: LPIPS</translation>
    </message>
    <message>
        <source>Spectra of both</source>
        <translation>両方のスペクトル</translation>
    </message>
    <message>
        <source>mean {0:.3f} · median {1:.3f}, quartiles {2:.3f} and {3:.3f}, weighted by the error · {4:.0f} pixels per degree</source>
        <translation>平均 {0:.3f} · 誤差で重み付けした中央値 {1:.3f}、四分位数 {2:.3f} と {3:.3f} · 1 度あたり {4:.0f} ピクセル</translation>
    </message>
    <message>
        <source>mean {0:.3g} · largest {1:.3g}</source>
        <translation>平均 {0:.3g} · 最大 {1:.3g}</translation>
    </message>
    <message>
        <source>LPIPS itself, {0:.4f}, averages before the layers are enlarged</source>
        <translation>LPIPS の値 {0:.4f} は、層を拡大する前の平均です</translation>
    </message>
    <message>
        <source>LPIPS itself averages before the layers are enlarged</source>
        <translation>LPIPS の値は、層を拡大する前の平均です</translation>
    </message>
</context>
<context>
    <name>MarkerDrift</name>
    <message>
        <source>This run was measured without a marker: there is no drift to show.</source>
        <translation>マーカーなしで測定されたため、ずれは表示できません。</translation>
    </message>
    <message>
        <source>difference from the ideal, of full scale 1</source>
        <translation>理想値との差（フルスケール 1）</translation>
    </message>
    <message>
        <source>0 is perfect</source>
        <translation>0 が完全</translation>
    </message>
    <message>
        <source>above 0 a patch came back brighter, or contrast was gained</source>
        <translation>0 より上はパッチが明るくなったか、コントラストが増したことを示す</translation>
    </message>
    <message>
        <source>thick: 95 % interval of the mean</source>
        <translation>太線: 平均の 95 % 区間</translation>
    </message>
    <message>
        <source>thin: 5th to 95th percentile of the images</source>
        <translation>細線: 画像の 5～95 パーセンタイル</translation>
    </message>
    <message>
        <source>Drift of the marker</source>
        <translation>マーカーのずれ</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>理想値</translation>
    </message>
</context>
<context>
    <name>MarkerLens</name>
    <message>
        <source>Marker: expected and read</source>
        <translation>マーカー: 期待値と測定値</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>期待値</translation>
    </message>
    <message>
        <source>read</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>no marker with this picture</source>
        <translation>この画像にはマーカーがありません</translation>
    </message>
    <message>
        <source>The marker's pictures were not kept: set “Save images” to “all” to look at them later.</source>
        <translation>マーカーの画像は保存されていません。後で見るには「画像の保存」を「all」にしてください。</translation>
    </message>
</context>
<context>
    <name>MeanSpectrumView</name>
    <message>
        <source>Computing the spectra of {0} …</source>
        <translation>{0}のスペクトルを計算中 …</translation>
    </message>
    <message>
        <source>The pictures of this run were not kept, so there are no spectra to show.</source>
        <translation>この実行の画像は保存されていないため、スペクトルを表示できません。</translation>
    </message>
    <message>
        <source>power of the reconstruction / original</source>
        <translation>パワー: 再構成 / 元画像</translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation>ピクセルあたりの周期</translation>
    </message>
    <message>
        <source>geometric mean over the images of the power of luma in rings of equal frequency</source>
        <translation>等周波数の環ごとの輝度パワーの、全画像にわたる幾何平均</translation>
    </message>
    <message>
        <source>1 keeps it, less is blur, more is added</source>
        <translation>1 は保持、小さければぼけ、大きければ付加</translation>
    </message>
    <message>
        <source>band: the middle half of the images</source>
        <translation>帯: 画像の中央半分</translation>
    </message>
    <message>
        <source>dotted: bounds of the low, middle and high band</source>
        <translation>点線: 低・中・高帯域の境界</translation>
    </message>
    <message>
        <source>{0} of {1} so far</source>
        <translation>これまでに {1}中 {0} 枚</translation>
    </message>
    <message>
        <source>a sample of {0} images</source>
        <translation>標本の画像 {0} 枚</translation>
    </message>
    <message>
        <source>Mean spectrum over that of the originals, {0}</source>
        <translation>元画像に対する平均スペクトル、{0}</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>チャート</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>OptionsCard</name>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Show all options</source>
        <translation>すべてのオプションを表示</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Presets of options</source>
        <translation>オプションのプリセット</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Calibration marker</source>
        <translation>校正マーカー</translation>
    </message>
    <message>
        <source>Device and precision</source>
        <translation>デバイスと精度</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>own size</source>
        <translation>元のサイズ</translation>
    </message>
    <message>
        <source>marker {0}, second pass</source>
        <translation>マーカー {0}、2 回目の処理</translation>
    </message>
    <message>
        <source>marker {0}, in the picture</source>
        <translation>マーカー {0}、画像内</translation>
    </message>
    <message>
        <source>no marker</source>
        <translation>マーカーなし</translation>
    </message>
    <message>
        <source>pictures kept</source>
        <translation>画像を保存</translation>
    </message>
    <message>
        <source>pictures not kept</source>
        <translation>画像を保存しない</translation>
    </message>
    <message>
        <source>reconstructions kept</source>
        <translation>再構成を保存</translation>
    </message>
    <message>
        <source>first {0}</source>
        <translation>最初の {0} 枚</translation>
    </message>
    <message>
        <source>A run uses these options: they can be changed when the run has ended.</source>
        <translation>実行で使用中のオプションです。実行が終わると変更できます。</translation>
    </message>
</context>
<context>
    <name>PairedDifference</name>
    <message>
        <source>A difference needs two VAEs in the run.</source>
        <translation>差分には VAE が 2 つ必要です。</translation>
    </message>
    <message>
        <source>Choose two different VAEs to compare.</source>
        <translation>比較する 2 つの異なる VAE を選んでください。</translation>
    </message>
    <message>
        <source>{0} is infinite for one of the two on every image: nothing can be drawn.</source>
        <translation>すべての画像で一方の {0} が無限大のため、描画できません。</translation>
    </message>
    <message>
        <source>No image has {0} of both {1} and {2}.</source>
        <translation>{1} と {2} の両方に {0} がある画像はありません。</translation>
    </message>
    <message>
        <source>|{0} − {1}|</source>
        <translation>|{0} − {1}|</translation>
    </message>
    <message>
        <source>{0}: {1} − {2}</source>
        <translation>{0}: {1} − {2}</translation>
    </message>
    <message>
        <source>images, in order of the difference</source>
        <translation>画像（差の順）</translation>
    </message>
    <message>
        <source>{5}: {0} lower on {1} of {2}, {3} on {4}</source>
        <translation>{5}: {2}中 {0} が {1} 枚、{3} が {4} 枚で低い</translation>
    </message>
    <message>
        <source>{5}: {0} better on {1} of {2}, {3} on {4}</source>
        <translation>{5}: {2}中 {0} が {1} 枚、{3} が {4} 枚で優位</translation>
    </message>
    <message>
        <source>, equal on {0}</source>
        <translation>、{0} 枚で同等</translation>
    </message>
    <message>
        <source>mean difference {0}</source>
        <translation>平均差 {0}</translation>
    </message>
    <message>
        <source>mean difference {0}, 95 % interval {1} to {2}</source>
        <translation>平均差 {0}、95 % 区間 {1} ～ {2}</translation>
    </message>
    <message>
        <source>mean difference {0}, 95 % interval so far {1} to {2}, by Student's t</source>
        <translation>平均差 {0}、現時点での 95 % 区間 {1} ～ {2}（スチューデントの t による）</translation>
    </message>
    <message>
        <source>what is compared is the distance to the ideal {0}</source>
        <translation>理想値 {0} までの距離を比較</translation>
    </message>
    <message>
        <source>{0} infinite differences cannot be drawn</source>
        <translation>無限大の差 {0} 件は描画できません</translation>
    </message>
    <message>
        <source>{0} lower</source>
        <translation>{0} が低い</translation>
    </message>
    <message>
        <source>{0} better</source>
        <translation>{0} が優位</translation>
    </message>
    <message>
        <source>mean and its 95 % interval</source>
        <translation>平均と 95 % 区間</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>Picture pair copied</source>
        <translation>比較画像をコピーしました</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>画像を保存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>保存しました: {0}</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: choose another place.</source>
        <translation>'{0}' に書き込めません。別の場所を選んでください。</translation>
    </message>
</context>
<context>
    <name>PinList</name>
    <message>
        <source>Pinned pixels</source>
        <translation>固定したピクセル</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the values of all pins as a table</source>
        <translation>固定したすべてのピクセルの値を表としてコピー</translation>
    </message>
    <message>
        <source>Copy the values of all pins</source>
        <translation>固定したすべてのピクセルの値をコピー</translation>
    </message>
    <message>
        <source>Unpin all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Take all pins away</source>
        <translation>すべての固定を解除</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>固定点</translation>
    </message>
    <message>
        <source>Values at pin {0}</source>
        <translation>固定点 {0} の値</translation>
    </message>
    <message>
        <source>Take pin {0} away</source>
        <translation>固定点 {0} を解除</translation>
    </message>
</context>
<context>
    <name>PresetsMenu</name>
    <message>
        <source>Your own</source>
        <translation>自分のプリセット</translation>
    </message>
    <message>
        <source>Save these options as…</source>
        <translation>現在のオプションを保存…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Standard: 512 px, robust marker</source>
        <translation>標準: 512 px、堅牢マーカー</translation>
    </message>
    <message>
        <source>1024 px, robust marker</source>
        <translation>1024 px、堅牢マーカー</translation>
    </message>
    <message>
        <source>Classic: 8 px marker of older tables</source>
        <translation>従来: 以前の表の 8 px マーカー</translation>
    </message>
    <message>
        <source>Own size, no marker</source>
        <translation>元のサイズ、マーカーなし</translation>
    </message>
    <message>
        <source>Save options</source>
        <translation>オプションを保存</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>プリセット名:</translation>
    </message>
</context>
<context>
    <name>ProbeBox</name>
    <message>
        <source>There are {0} pins already: take one away first.</source>
        <translation>固定点はすでに {0} 個あります。先に 1 つ解除してください。</translation>
    </message>
    <message>
        <source>Take this pin away</source>
        <translation>この固定点を解除</translation>
    </message>
    <message>
        <source>Pin this pixel</source>
        <translation>このピクセルを固定</translation>
    </message>
    <message>
        <source>Take all pins away</source>
        <translation>すべての固定を解除</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>合わせ方</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>100 % 表示</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>It is run again when this run has ended: {0}.</source>
        <translation>この実行が終わると再実行します: {0}。</translation>
    </message>
    <message>
        <source>Do not retry</source>
        <translation>再試行しない</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>{0} could not be loaded</source>
        <translation>{0} を読み込めませんでした</translation>
    </message>
    <message>
        <source>{0} failed on the first image</source>
        <translation>{0} は最初の画像で失敗しました</translation>
    </message>
    <message>
        <source>{0} stopped after 1 image</source>
        <translation>{0} は画像 1 枚の後で止まりました</translation>
    </message>
    <message>
        <source>{0} stopped after {1} images</source>
        <translation>{0} は画像 {1} 枚の後で止まりました</translation>
    </message>
    <message>
        <source>Use tiling</source>
        <translation>タイル処理を使う</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>CPU を使う</translation>
    </message>
    <message>
        <source>Retry in {0}</source>
        <translation>{0} で再試行</translation>
    </message>
    <message>
        <source>in tiles</source>
        <translation>タイル単位</translation>
    </message>
    <message>
        <source>on the CPU</source>
        <translation>CPU で</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>{0} で</translation>
    </message>
    <message>
        <source>Ignore this VAE; the others keep running</source>
        <translation>そのままにします。ほかの VAE には影響しません</translation>
    </message>
    <message>
        <source>Run this VAE alone in a new run, in tiles: less memory, slightly other numbers</source>
        <translation>この VAE だけをタイル単位で新しく実行: メモリは減り、数値は少し変わります</translation>
    </message>
    <message>
        <source>Run this VAE alone in a new run, with the same images and options</source>
        <translation>この VAE だけを同じ画像とオプションで新しく実行</translation>
    </message>
</context>
<context>
    <name>RateDistortion</name>
    <message>
        <source>No VAE has both a rate in bits per pixel and a finite mean of {0}: a rate is known of VAEs with a posterior or a codebook.</source>
        <translation>ピクセルあたりのビット数と {0} の有限な平均の両方を持つ VAE がありません。レートは事後分布かコードブックを持つ VAE でのみ分かります。</translation>
    </message>
    <message>
        <source>lines: 95 % intervals of the means</source>
        <translation>線: 平均の 95 % 区間</translation>
    </message>
    <message>
        <source>codes of a codebook are counted, the rate of a posterior is its KL divergence: two kinds that are not the same quantity</source>
        <translation>コードブックではコードを数え、事後分布のレートは KL ダイバージェンスです。この 2 つは同じ量ではありません</translation>
    </message>
    <message>
        <source>without a rate, or without a finite mean: {0}</source>
        <translation>レートまたは有限な平均がないもの: {0}</translation>
    </message>
    <message>
        <source>{0} over {1}, a sign a VAE</source>
        <translation>{1} に対する {0}、VAE ごとに 1 つの記号</translation>
    </message>
</context>
<context>
    <name>RecentRuns</name>
    <message>
        <source>Recent runs</source>
        <translation>最近の実行</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>{0} images</source>
        <translation>画像 {0} 枚</translation>
    </message>
    <message>
        <source>Take into the means again</source>
        <translation>平均に再び含める</translation>
    </message>
    <message>
        <source>Exclude from means</source>
        <translation>平均から除外</translation>
    </message>
    <message>
        <source>For every VAE. The row stays in sight, the record is not touched.</source>
        <translation>すべての VAE に適用されます。行は表示されたままで、記録は変わりません。</translation>
    </message>
    <message>
        <source>Take the flag away</source>
        <translation>フラグを外す</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>フラグを付ける</translation>
    </message>
    <message>
        <source>Show only this image</source>
        <translation>この画像だけを表示</translation>
    </message>
    <message>
        <source>Show only {0}</source>
        <translation>{0} だけを表示</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy rows as Markdown</source>
        <translation>行を Markdown でコピー</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>フラグ</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>Flagged (X)</source>
        <translation>フラグ付き (X)</translation>
    </message>
    <message>
        <source>Excluded from all means (C)</source>
        <translation>すべての平均から除外 (C)</translation>
    </message>
    <message>
        <source>{0}, excluded from means</source>
        <translation>{0}、平均から除外</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Progress of the run</source>
        <translation>実行の進捗</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>開始中 …</translation>
    </message>
    <message>
        <source>image {0}/{1} {2}</source>
        <translation>画像 {0}/{1} {2}</translation>
    </message>
    <message>
        <source>VAE {0}/{1} {2}</source>
        <translation>VAE {0}/{1} {2}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>estimating the time left</source>
        <translation>残り時間を計算中</translation>
    </message>
    <message>
        <source>{0} rows/s  ·  {1} left</source>
        <translation>{0} 行/秒  ·  残り {1}</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Remove from this list (its files are kept)</source>
        <translation>今後表示しません。ファイルは残ります</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>画像 {0} 枚</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>画像 1 枚</translation>
    </message>
    <message>
        <source>Ended early: {0} of {1}</source>
        <translation>途中終了: {1}中 {0} 枚</translation>
    </message>
    <message>
        <source>{0} VAEs</source>
        <translation>VAE {0} 個</translation>
    </message>
    <message>
        <source>1 VAE</source>
        <translation>VAE 1 個</translation>
    </message>
    <message>
        <source>Closest: {1}, J {0}</source>
        <translation>最も近い: {1}、J {0}</translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>Run to compare with</source>
        <translation>比較する実行</translation>
    </message>
    <message>
        <source>Compared: {0}</source>
        <translation>比較しました: {0}</translation>
    </message>
</context>
<context>
    <name>RunHistory</name>
    <message>
        <source>{0} can be opened when the run that goes on has ended.</source>
        <translation>進行中の実行が終わると {0} を開けます。</translation>
    </message>
    <message>
        <source>This run cannot be continued: {0}</source>
        <translation>この実行は続行できません: {0}</translation>
    </message>
    <message>
        <source>This run ended early, with {0}.</source>
        <translation>この実行は途中で終わりました。{0}があります。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>{0} is no longer offered; its files stay.</source>
        <translation>{0} は今後表示されません。ファイルは残ります。</translation>
    </message>
</context>
<context>
    <name>RunMenu</name>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>Run / Pause / Resume</source>
        <translation>実行 / 一時停止 / 再開</translation>
    </message>
    <message>
        <source>Stop after this image</source>
        <translation>この画像の後で停止</translation>
    </message>
    <message>
        <source>Continue the run that is shown</source>
        <translation>表示中の実行を続ける</translation>
    </message>
    <message>
        <source>Judge…</source>
        <translation>判定…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>デモを試す</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>Run into {0}</source>
        <translation>実行先 {0}</translation>
    </message>
    <message>
        <source>Left out {0}: {1}</source>
        <translation>除外 {0}: {1}</translation>
    </message>
    <message>
        <source>Kept of an earlier start: {0}</source>
        <translation>以前の{0}を保持します</translation>
    </message>
    <message>
        <source>{0} is ready: {1}</source>
        <translation>{0} の準備完了: {1}</translation>
    </message>
    <message>
        <source>Opened {0}</source>
        <translation>{0} を開きました</translation>
    </message>
</context>
<context>
    <name>RunOutcomeBanner</name>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Retry the failed VAEs</source>
        <translation>失敗した VAE を再試行</translation>
    </message>
    <message>
        <source>Run with what was added</source>
        <translation>追加した項目で実行</translation>
    </message>
    <message>
        <source>Run the added VAE</source>
        <translation>追加した VAE を実行</translation>
    </message>
    <message>
        <source>Run the {0} added VAEs</source>
        <translation>追加した VAE {0} 個を実行</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} を開く</translation>
    </message>
    <message>
        <source>Compare with the run before</source>
        <translation>前の実行と比較</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>表をコピー</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>ログを表示</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} は失敗しました: {1}</translation>
    </message>
</context>
<context>
    <name>RunningMean</name>
    <message>
        <source>{0} is infinite on every image: nothing can be drawn.</source>
        <translation>すべての画像で {0} が無限大のため、描画できません。</translation>
    </message>
    <message>
        <source>No image has a value of {0} in this run.</source>
        <translation>この実行には {0} の値を持つ画像がありません。</translation>
    </message>
    <message>
        <source>mean {0}</source>
        <translation>平均 {0}</translation>
    </message>
    <message>
        <source>images finished</source>
        <translation>完了した画像</translation>
    </message>
    <message>
        <source>where the lines have become level, more images would change little</source>
        <translation>線が平らになれば、画像を増やしてもほとんど変わりません</translation>
    </message>
    <message>
        <source>dashed: the ideal {0}</source>
        <translation>破線: 理想値 {0}</translation>
    </message>
    <message>
        <source>{0} infinite values are left out</source>
        <translation>無限大の値 {0} 件を除外</translation>
    </message>
    <message>
        <source>Mean {0} as images are finished</source>
        <translation>画像の完了に伴う平均 {0}</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Picture (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>ベクター画像 (*.svg)</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>グラフを保存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>保存しました: {0}</translation>
    </message>
    <message>
        <source>The plot is on the clipboard.</source>
        <translation>グラフをクリップボードにコピーしました。</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>No row has finite values of both {0} and {1}.</source>
        <translation>{0} と {1} の両方が有限の行はありません。</translation>
    </message>
    <message>
        <source>correlation {0}</source>
        <translation>相関 {0}</translation>
    </message>
    <message>
        <source>dashed: the ideal</source>
        <translation>破線: 理想値</translation>
    </message>
    <message>
        <source>left out, without finite values: {0}</source>
        <translation>有限でない{0}を除外</translation>
    </message>
    <message>
        <source>a sample of {0} is drawn, and all extremes</source>
        <translation>{0} 個の標本と極値をすべて描画</translation>
    </message>
    <message>
        <source>{0} over {1}, {2}</source>
        <translation>{1} に対する {0}、{2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
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
        <translation>すべての元画像とすべての再構成を二つの集合として比べます。押すと折りたたみ・展開します</translation>
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
        <translation>画像の集合を比較</translation>
    </message>
    <message>
        <source>Real pictures</source>
        <translation>本物の画像</translation>
    </message>
    <message>
        <source>Held-out real pictures</source>
        <translation>学習に使っていない本物の画像</translation>
    </message>
    <message>
        <source>optional: asks whether the generator copies</source>
        <translation>任意：生成器が写しているかを調べます</translation>
    </message>
    <message>
        <source>Generated sets</source>
        <translation>生成された集合</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>alexnet ships with VAELab; inception needs its file, and gives FID, KID and inception score</source>
        <translation>alexnet は VAELab に付属します。inception にはファイルが必要で、FID、KID、Inception Score が得られます</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Nearest pictures</source>
        <translation>最も近い画像</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose: {0}</source>
        <translation>選択：{0}</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>停止中 …</translation>
    </message>
    <message>
        <source>Choose a folder of real pictures first.</source>
        <translation>先に本物の画像のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>停止しました。何も書き込まれていません。</translation>
    </message>
    <message>
        <source>Those nearest to a real picture; below each, that real picture</source>
        <translation>本物の画像に最も近いもの。下はその本物の画像</translation>
    </message>
    <message>
        <source>Drawn at random; below each, its nearest real picture</source>
        <translation>無作為に選んだもの。下は最も近い本物の画像</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>設定のページ</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>SetupModel</name>
    <message>
        <source>add images</source>
        <translation>画像の追加</translation>
    </message>
    <message>
        <source>remove images</source>
        <translation>画像の削除</translation>
    </message>
    <message>
        <source>add VAE</source>
        <translation>VAE の追加</translation>
    </message>
    <message>
        <source>change VAE</source>
        <translation>VAE の変更</translation>
    </message>
    <message>
        <source>duplicate VAE</source>
        <translation>VAE の複製</translation>
    </message>
    <message>
        <source>study of precisions</source>
        <translation>精度の比較</translation>
    </message>
    <message>
        <source>remove VAE</source>
        <translation>VAE の削除</translation>
    </message>
    <message>
        <source>take over a run</source>
        <translation>実行の引き継ぎ</translation>
    </message>
    <message>
        <source>Add a folder of images and at least one VAE.</source>
        <translation>画像フォルダーと VAE を 1 つ以上追加してください。</translation>
    </message>
    <message>
        <source>Add a folder of images.</source>
        <translation>画像フォルダーを追加してください。</translation>
    </message>
    <message>
        <source>Tick at least one VAE.</source>
        <translation>VAE を 1 つ以上選択してください。</translation>
    </message>
    <message>
        <source>Add at least one VAE.</source>
        <translation>VAE を 1 つ以上追加してください。</translation>
    </message>
    <message>
        <source>Looking for images …</source>
        <translation>画像を検索中 …</translation>
    </message>
    <message>
        <source>{0} is a program: trust its file, or untick or remove it.</source>
        <translation>{0} はプログラムです。ファイルを信頼するか、選択を外すか、削除してください。</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: untick or remove it.</source>
        <translation>{0} を読み込めません。選択を外すか削除してください。</translation>
    </message>
</context>
<context>
    <name>SetupPanel</name>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>今すぐ停止</translation>
    </message>
    <message>
        <source>Do not wait for the image in flight</source>
        <translation>処理中の画像を待たない</translation>
    </message>
    <message>
        <source>Stop after this image; what is done stays</source>
        <translation>この画像の後で停止します。完了分は残ります</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>{1} 件中 {0} 件完了</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>開始中 …</translation>
    </message>
    <message>
        <source>stopping after this image …</source>
        <translation>この画像の後で停止します …</translation>
    </message>
    <message>
        <source> · paused</source>
        <translation> · 一時停止中</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>画像 1 枚</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>画像 {0} 枚</translation>
    </message>
    <message>
        <source>1 VAE</source>
        <translation>VAE 1 個</translation>
    </message>
    <message>
        <source>{0} VAEs</source>
        <translation>VAE {0} 個</translation>
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
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Every key can be changed in the settings.</source>
        <translation>すべてのキーは設定で変更できます。</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>In tables and viewer</source>
        <translation>表とビューアーで</translation>
    </message>
    <message>
        <source>Mouse in the viewer</source>
        <translation>ビューアーでのマウス</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>ホイール</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+ドラッグ</translation>
    </message>
    <message>
        <source>Move the reconstruction alone</source>
        <translation>再構成だけを動かす</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>ダブルクリック</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>全体表示または 100 %</translation>
    </message>
</context>
<context>
    <name>SpectrumView</name>
    <message>
        <source>Select a row to see the spectrum of its image.</source>
        <translation>行を選ぶとその画像のスペクトルが表示されます。</translation>
    </message>
    <message>
        <source>Computing the spectrum of {0} …</source>
        <translation>{0} のスペクトルを計算中 …</translation>
    </message>
    <message>
        <source>The pictures of {0} were not kept, so there is no spectrum to show.</source>
        <translation>{0} の画像は保存されていないため、スペクトルを表示できません。</translation>
    </message>
    <message>
        <source>original</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>mean power of luma in rings of equal frequency</source>
        <translation>等周波数リング内の輝度の平均パワー</translation>
    </message>
    <message>
        <source>below: that of the reconstruction over that of the original, 1 keeps it, less is blur, more is added</source>
        <translation>下: 元画像に対する再構成の比。1 は維持、小さいとぼけ、大きいと付加</translation>
    </message>
    <message>
        <source>dotted: bounds of the low, middle and high band</source>
        <translation>点線: 低・中・高帯域の境界</translation>
    </message>
    <message>
        <source>Spectrum of {0}</source>
        <translation>{0} のスペクトル</translation>
    </message>
    <message>
        <source>power</source>
        <translation>パワー</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比</translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation>ピクセルあたりの周期</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Compare VAEs on your own images</source>
        <translation>自分の画像で VAE を比較</translation>
    </message>
    <message>
        <source>VAELab sends each image through each VAE and measures what comes back: sharpness, colour, contrast.</source>
        <translation>VAELab は各画像を各 VAE に通し、戻ってきた画像の鮮鋭さ、色、コントラストを測ります。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>フォルダーを選択…</translation>
    </message>
    <message>
        <source>Add VAE…</source>
        <translation>VAE を追加…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Drop a folder of images anywhere in this window</source>
        <translation>画像フォルダーをこのウィンドウにドロップ</translation>
    </message>
    <message>
        <source>Add VAE files: .safetensors, .ckpt, .pth, a diffusers folder</source>
        <translation>VAE ファイルを追加: .safetensors、.ckpt、.pth、diffusers フォルダー</translation>
    </message>
    <message>
        <source>Press Run: results appear as they finish</source>
        <translation>実行を押すと、結果が順に表示されます</translation>
    </message>
    <message>
        <source>No weights at hand? The demo needs no download and takes under a minute.</source>
        <translation>重みがありませんか？デモはダウンロード不要で 1 分以内に終わります。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>デモを試す</translation>
    </message>
</context>
<context>
    <name>StatusMeter</name>
    <message>
        <source>Memory of the GPU: in use by all programs, total, most since the run began</source>
        <translation>GPU メモリ: 全プログラムの使用量、合計、実行開始後の最大</translation>
    </message>
    <message>
        <source>Memory of this computer: in use by all programs, total</source>
        <translation>コンピューターのメモリ: 全プログラムの使用量、合計</translation>
    </message>
    <message>
        <source>What the run runs on, and in which precision</source>
        <translation>実行するデバイスと精度</translation>
    </message>
    <message>
        <source>Each row is on disk as soon as it is measured</source>
        <translation>各行は測定されるとすぐディスクに保存されます</translation>
    </message>
    <message>
        <source>RAM {0}/{1} GB</source>
        <translation>RAM {0}/{1} GB</translation>
    </message>
    <message>
        <source>VRAM {0}/{1} GB (peak {2})</source>
        <translation>VRAM {0}/{1} GB（最大 {2}）</translation>
    </message>
    <message>
        <source>run saved</source>
        <translation>実行を保存済み</translation>
    </message>
    <message>
        <source>rows rescued into {0}</source>
        <translation>行を {0} に退避しました</translation>
    </message>
    <message>
        <source>run saved {0} ago</source>
        <translation>{0} 前に実行を保存</translation>
    </message>
</context>
<context>
    <name>SummaryModel</name>
    <message>
        <source>{0} failed</source>
        <translation>{0} 件失敗</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>言葉で</translation>
    </message>
    <message>
        <source>Each quality in a word; the tooltip of a cell has the thresholds.</source>
        <translation>各品質を一語で示します。しきい値はセルのツールチップにあります。</translation>
    </message>
    <message>
        <source>images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Images that the means are made of: those that all VAEs have finished.</source>
        <translation>平均に使われた画像の数: すべての VAE が処理し終えたもの。</translation>
    </message>
    <message>
        <source>not compared: {0}</source>
        <translation>比較対象外: {0}</translation>
    </message>
    <message>
        <source>∞ on {0} of {1}</source>
        <translation>{1} 枚中 {0} 枚で ∞</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 中 {0}</translation>
    </message>
    <message>
        <source>95 % interval of the mean: {0:.4g} to {1:.4g}</source>
        <translation>平均の 95 % 区間: {0:.4g} ～ {1:.4g}</translation>
    </message>
    <message>
        <source>over {0}</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>∞ on {0} of {1}; the mean is of the finite ones</source>
        <translation>{1} 枚中 {0} 枚で ∞。平均は有限の値のみ</translation>
    </message>
    <message>
        <source>mean distance of the images from {0:g}: {1:.4g}</source>
        <translation>画像ごとの {0:g} からの距離の平均: {1:.4g}</translation>
    </message>
    <message>
        <source>Against {0}:</source>
        <translation>{0} との比較:</translation>
    </message>
    <message>
        <source>difference {0:+.4g}</source>
        <translation>差 {0:+.4g}</translation>
    </message>
    <message>
        <source>95 % interval {0:+.4g} to {1:+.4g}</source>
        <translation>95 % 区間 {0:+.4g} ～ {1:+.4g}</translation>
    </message>
    <message>
        <source>better on {0} of {1}</source>
        <translation>{1}中 {0} 枚でより良い</translation>
    </message>
    <message>
        <source>p = {0} after Holm</source>
        <translation>p = {0}（Holm 補正後）</translation>
    </message>
    <message>
        <source>≈ these images do not tell them apart</source>
        <translation>≈ これらの画像では区別できない</translation>
    </message>
    <message>
        <source>▲ better</source>
        <translation>▲ 良い</translation>
    </message>
    <message>
        <source>▼ worse</source>
        <translation>▼ 悪い</translation>
    </message>
    <message>
        <source>{0} excluded</source>
        <translation>{0} 枚除外</translation>
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
        <translation>除外した画像を表示</translation>
    </message>
    <message>
        <source>Difference to</source>
        <translation>差分の基準</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>● best   ○ second best, where the test decides</source>
        <translation>● 最良   ○ 次点（検定で決まる場合）</translation>
    </message>
    <message>
        <source>{0} columns are read together, each corrected for itself</source>
        <translation>{0} 列をまとめて読み、それぞれ個別に補正しています</translation>
    </message>
    <message>
        <source>A mark is given where the paired test decides. Columns with an arrow (→) are judged by the mean distance of the images from the ideal.</source>
        <translation>印は対応のある検定で決まる場合に付きます。矢印（→）の列は、画像ごとの理想値からの距離の平均で判定します。</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>良い順</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse, ≈ not told apart; under it: on how many of the images it is better</source>
        <translation>▲ 良い、▼ 悪い、≈ 区別できない。下段: より良い画像の枚数</translation>
    </message>
    <message>
        <source>[ ] 95 % interval of the mean</source>
        <translation>[ ] 平均の 95 % 区間</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>n = {0} ({1} excluded)</source>
        <translation>n = {0}（{1} 枚除外）</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>悪い順</translation>
    </message>
</context>
<context>
    <name>ThumbStrip</name>
    <message>
        <source>The first of {0}, as they will be measured</source>
        <translation>{0}の先頭（測定される状態）</translation>
    </message>
    <message>
        <source>Your images, as they will be measured</source>
        <translation>あなたの画像（測定される状態）</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Pictures of this trial</source>
        <translation>この試行の画像</translation>
    </message>
</context>
<context>
    <name>TrustCard</name>
    <message>
        <source>{0} is a program</source>
        <translation>{0} はプログラムです</translation>
    </message>
    <message>
        <source>press the button, which holds until the window closes</source>
        <translation>ボタンを押してください（ウィンドウを閉じるまで有効です）</translation>
    </message>
    <message>
        <source>Trust this file</source>
        <translation>このファイルを信頼</translation>
    </message>
    <message>
        <source>Let the program run when this VAE is measured</source>
        <translation>この VAE の測定時にプログラムの実行を許可します</translation>
    </message>
</context>
<context>
    <name>UncaughtErrors</name>
    <message>
        <source>Something went wrong inside VAELab: {0}</source>
        <translation>VAELab 内部で問題が発生しました: {0}</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>ログを表示</translation>
    </message>
</context>
<context>
    <name>UnusedGPUButton</name>
    <message>
        <source>{0} GPU not used</source>
        <translation>{0} GPU は未使用</translation>
    </message>
    <message>
        <source>The installed PyTorch cannot use the {0} GPU: click to see what to do</source>
        <translation>インストールされている PyTorch は {0} GPU を使えません。クリックすると対処方法を表示します</translation>
    </message>
</context>
<context>
    <name>UnusedGPUDialog</name>
    <message>
        <source>{0} GPU not used</source>
        <translation>{0} GPU は未使用</translation>
    </message>
    <message>
        <source>This computer has the driver of an {0} GPU, but the {1} build of PyTorch is installed. VAEs run many times faster with the {2} build.</source>
        <translation>このコンピューターには {0} GPU のドライバーがありますが、インストールされているのは PyTorch の {1} 版です。{2} 版なら VAE は何倍も速く動きます。</translation>
    </message>
    <message>
        <source>Close VAELab, run these commands in a terminal, then start VAELab again. The download is a few GB.</source>
        <translation>VAELab を閉じ、ターミナルで次のコマンドを実行してから、VAELab を起動し直してください。ダウンロードは数 GB です。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>VAEMenu</name>
    <message>
        <source>Used by the run: it can be changed afterwards</source>
        <translation>実行で使用中です。終了後に変更できます</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Compare others with it</source>
        <translation>比較の基準にする</translation>
    </message>
    <message>
        <source>Add once more in</source>
        <translation>別の精度で追加</translation>
    </message>
    <message>
        <source>each of {0}</source>
        <translation>{0} のそれぞれ</translation>
    </message>
    <message>
        <source>A study of precisions: the summary says how each differs from fp32</source>
        <translation>精度の比較: 概要に fp32 との差が示されます</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>ファイルを表示</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>SHA-256 をコピー</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>as in the options</source>
        <translation>オプションに従う</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>as its family is built</source>
        <translation>モデル系列の既定</translation>
    </message>
    <message>
        <source>Padding at the edges</source>
        <translation>端のパディング</translation>
    </message>
    <message>
        <source>Encode with</source>
        <translation>エンコードに使う VAE</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>学習済み</translation>
    </message>
    <message>
        <source>averaged (EMA)</source>
        <translation>平均 (EMA)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>its own encoder</source>
        <translation>自身のエンコーダー</translation>
    </message>
</context>
<context>
    <name>VAERow</name>
    <message>
        <source>Use {0}</source>
        <translation>{0} を使う</translation>
    </message>
    <message>
        <source>Name of {0} in tables</source>
        <translation>表での {0} の名前</translation>
    </message>
    <message>
        <source>A run uses this VAE: it can be changed when the run has ended.</source>
        <translation>実行で使用中の VAE です。実行が終わると変更できます。</translation>
    </message>
    <message>
        <source>next run</source>
        <translation>次の実行</translation>
    </message>
    <message>
        <source>It was added while a run went on</source>
        <translation>実行中に追加されました</translation>
    </message>
    <message>
        <source>Runs in this precision</source>
        <translation>この精度で実行</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Others are compared with it</source>
        <translation>他の VAE の比較基準</translation>
    </message>
    <message>
        <source>a program, which was not run</source>
        <translation>プログラム（実行していません）</translation>
    </message>
    <message>
        <source>encoder of {0}</source>
        <translation>{0} のエンコーダー</translation>
    </message>
    <message>
        <source>padding {0}</source>
        <translation>パディング {0}</translation>
    </message>
    <message>
        <source>EMA weights</source>
        <translation>EMA の重み</translation>
    </message>
    <message>
        <source>What to do with {0}</source>
        <translation>{0} の操作</translation>
    </message>
    <message>
        <source>The same file as {0}</source>
        <translation>{0} と同じファイル</translation>
    </message>
    <message>
        <source>reading the header …</source>
        <translation>ヘッダーを読み込み中 …</translation>
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
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>フォルダー…</translation>
    </message>
    <message>
        <source>From the Hugging Face Hub…</source>
        <translation>Hugging Face Hub から…</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>内蔵</translation>
    </message>
    <message>
        <source>Add VAE</source>
        <translation>VAE を追加</translation>
    </message>
    <message>
        <source>A file, a folder, or a built-in</source>
        <translation>ファイル、フォルダー、または内蔵</translation>
    </message>
    <message>
        <source>Drop .safetensors, .ckpt or .pth files anywhere.</source>
        <translation>.safetensors、.ckpt、.pth ファイルをどこにでもドロップ。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 中 {0}</translation>
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
        <translation>最大のずれ</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>許容差</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>common images</source>
        <translation>共通の画像</translation>
    </message>
    <message>
        <source>means and percentiles</source>
        <translation>平均とパーセンタイル</translation>
    </message>
    <message>
        <source>intervals of means</source>
        <translation>平均の区間</translation>
    </message>
    <message>
        <source>J and its terms</source>
        <translation>J とその項</translation>
    </message>
    <message>
        <source>intervals of J and its terms</source>
        <translation>J とその項の区間</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>差</translation>
    </message>
    <message>
        <source>intervals of differences</source>
        <translation>差の区間</translation>
    </message>
    <message>
        <source>p-values</source>
        <translation>p 値</translation>
    </message>
    <message>
        <source>verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>ranks and letters</source>
        <translation>順位と文字</translation>
    </message>
    <message>
        <source>protocol hash</source>
        <translation>プロトコルのハッシュ</translation>
    </message>
    <message>
        <source>Verify {0}</source>
        <translation>{0} を検証</translation>
    </message>
    <message>
        <source>Reading the run</source>
        <translation>実行を読み込み中</translation>
    </message>
    <message>
        <source>How far the verification is</source>
        <translation>検証の進み具合</translation>
    </message>
    <message>
        <source>What was not recomputed, and the libraries</source>
        <translation>再計算していないものとライブラリ</translation>
    </message>
    <message>
        <source>Worst deviation of each column</source>
        <translation>各列の最大のずれ</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown としてコピー</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Recomputing rows from their pictures: {0} of {1}</source>
        <translation>画像から行を再計算中: {0} / {1}</translation>
    </message>
    <message>
        <source>Recomputing the summary: column {0} of {1}</source>
        <translation>概要を再計算中: 列 {0} / {1}</translation>
    </message>
    <message>
        <source>With {0}.</source>
        <translation>使用: {0}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>チャート</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>設定パネル</translation>
    </message>
    <message>
        <source>Viewer alone</source>
        <translation>ビューアーのみ</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>次の領域</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>前の領域</translation>
    </message>
    <message>
        <source>Clear filter, leave viewer alone</source>
        <translation>フィルター解除、ビューアーのみを終了</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>100 % 表示</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Swipe: drag the line</source>
        <translation>スワイプ: 線をドラッグ</translation>
    </message>
    <message>
        <source>Blink: both in one place, in turn</source>
        <translation>点滅: 同じ位置で交互に</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Map of the error</source>
        <translation>誤差マップ</translation>
    </message>
    <message>
        <source>All VAEs at once</source>
        <translation>すべての VAE を一度に</translation>
    </message>
    <message>
        <source>Hold to see the original in place</source>
        <translation>押している間、同じ位置に元画像</translation>
    </message>
    <message>
        <source>Hold to enlarge the spot under the pointer</source>
        <translation>押している間、ポインターの位置を拡大</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右を入れ替え</translation>
    </message>
    <message>
        <source>Pin the pixel in the middle; the key, the one under the pointer</source>
        <translation>中央のピクセルを固定。キーではポインターの位置</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>ヒストグラム</translation>
    </message>
    <message>
        <source>Marker: expected and read</source>
        <translation>マーカー: 期待値と測定値</translation>
    </message>
</context>
<context>
    <name>ViewerKeys</name>
    <message>
        <source>Hold: original in place</source>
        <translation>押している間: 同じ位置に元画像</translation>
    </message>
    <message>
        <source>Hold: loupe on both pictures</source>
        <translation>押している間: 両方の画像にルーペ</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右を入れ替え</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>次の行</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>前の行</translation>
    </message>
    <message>
        <source>Next VAE of the same image</source>
        <translation>同じ画像の次の VAE</translation>
    </message>
    <message>
        <source>Previous VAE of the same image</source>
        <translation>同じ画像の前の VAE</translation>
    </message>
    <message>
        <source>Worst, next worst</source>
        <translation>最も悪いもの、次に悪いもの</translation>
    </message>
    <message>
        <source>Back to the worse</source>
        <translation>より悪いほうへ戻る</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>合わせ方</translation>
    </message>
    <message>
        <source>Pan left; in swipe, move the line</source>
        <translation>左へ移動。スワイプでは線を動かす</translation>
    </message>
    <message>
        <source>Pan right; in swipe, move the line</source>
        <translation>右へ移動。スワイプでは線を動かす</translation>
    </message>
    <message>
        <source>Pan up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Pan down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>{0}, ten times as far</source>
        <translation>{0}、10 倍の距離</translation>
    </message>
    <message>
        <source>More gain</source>
        <translation>ゲインを上げる</translation>
    </message>
    <message>
        <source>Less gain</source>
        <translation>ゲインを下げる</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>ヒストグラム</translation>
    </message>
    <message>
        <source>Marker: expected and read</source>
        <translation>マーカー: 期待値と測定値</translation>
    </message>
    <message>
        <source>Pin the probe, or take the pin away</source>
        <translation>プローブを固定、または解除</translation>
    </message>
    <message>
        <source>Take all pins away</source>
        <translation>すべての固定を解除</translation>
    </message>
    <message>
        <source>Flag the image</source>
        <translation>画像にフラグを付ける</translation>
    </message>
    <message>
        <source>Leave the image out of the means</source>
        <translation>画像を平均から除外</translation>
    </message>
</context>
<context>
    <name>ViewerPanel</name>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Original and reconstruction. Wheel zooms, drag pans, Space shows the original.</source>
        <translation>元画像と再構成。ホイールでズーム、ドラッグで移動、Space で元画像。</translation>
    </message>
    <message>
        <source>Select a row to see its original and reconstruction.</source>
        <translation>行を選ぶと元画像と再構成が表示されます。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>合わせ方</translation>
    </message>
    <message>
        <source>100 %: one image pixel per screen pixel</source>
        <translation>100 %: 画像の 1 ピクセルが画面の 1 ピクセル</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>100 % 表示</translation>
    </message>
    <message>
        <source>following live</source>
        <translation>ライブ追従中</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>ライブに追従</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>ビューアー</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>{0} を読み込み中 …</translation>
    </message>
    <message>
        <source>There is no picture: this row failed.</source>
        <translation>画像はありません。この行は失敗しました。</translation>
    </message>
    <message>
        <source>This picture was not kept. Set “Save images” to “all” in the options to look at it later.</source>
        <translation>この画像は保存されていません。後で見るには、オプションの「Save images」を「all」にしてください。</translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Views</source>
        <translation>ビュー</translation>
    </message>
    <message>
        <source>Columns, order, widths, filter and sort, kept under a name</source>
        <translation>列、順序、幅、フィルター、並べ替えに名前を付けて保存</translation>
    </message>
    <message>
        <source>Fidelity</source>
        <translation>忠実度</translation>
    </message>
    <message>
        <source>Detail and frequencies</source>
        <translation>ディテールと周波数</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>マーカー</translation>
    </message>
    <message>
        <source>Latent and speed</source>
        <translation>潜在表現と速度</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自分のプリセット</translation>
    </message>
    <message>
        <source>Save what is shown as …</source>
        <translation>表示中の内容を保存 …</translation>
    </message>
    <message>
        <source>Update “{0}”</source>
        <translation>「{0}」を更新</translation>
    </message>
    <message>
        <source>Rename “{0}”</source>
        <translation>「{0}」の名前を変更</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新しい名前</translation>
    </message>
    <message>
        <source>Delete “{0}”</source>
        <translation>「{0}」を削除</translation>
    </message>
    <message>
        <source>View: {0}</source>
        <translation>ビュー: {0}</translation>
    </message>
</context>
<context>
    <name>WeightsBar</name>
    <message>
        <source>J is the weighted sum of six distances from perfect. Lower is better.</source>
        <translation>J は完全な状態からの 6 つの距離の重み付き和です。小さいほど良好です。</translation>
    </message>
    <message>
        <source>All 1</source>
        <translation>すべて 1</translation>
    </message>
    <message>
        <source>Set all weights back to 1</source>
        <translation>すべての重みを 1 に戻す</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>↓ low</source>
        <translation>↓ 低いほど</translation>
    </message>
    <message>
        <source>↓ low · {0}</source>
        <translation>↓ 低 · {0}</translation>
    </message>
    <message>
        <source>↑ high</source>
        <translation>↑ 高いほど</translation>
    </message>
    <message>
        <source>↑ high · {0}</source>
        <translation>↑ 高 · {0}</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>低いほど良い</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>高いほど良い</translation>
    </message>
    <message>
        <source>best at {0}</source>
        <translation>{0} が最良</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>参考情報</translation>
    </message>
    <message>
        <source>best of {0}</source>
        <translation>{0} 個中 1 位</translation>
    </message>
    <message>
        <source>second best of {0}</source>
        <translation>{0} 個中 2 位</translation>
    </message>
    <message>
        <source>place {0} of {1}</source>
        <translation>{1} 個中 {0} 位</translation>
    </message>
    <message>
        <source>Unit: {0}. </source>
        <translation>単位: {0}。</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Report (*.html)</source>
        <translation>レポート (*.html)</translation>
    </message>
    <message>
        <source>Summary as Markdown (*.md)</source>
        <translation>概要 Markdown (*.md)</translation>
    </message>
    <message>
        <source>Copy table as Markdown</source>
        <translation>表を Markdown でコピー</translation>
    </message>
    <message>
        <source>Summary as CSV (*.csv)</source>
        <translation>概要 CSV (*.csv)</translation>
    </message>
    <message>
        <source>Summary as JSON (*.json)</source>
        <translation>概要 JSON (*.json)</translation>
    </message>
    <message>
        <source>Summary for a spreadsheet (*.tsv)</source>
        <translation>表計算用の概要 (*.tsv)</translation>
    </message>
    <message>
        <source>Copy table as TSV</source>
        <translation>表を TSV でコピー</translation>
    </message>
    <message>
        <source>Summary for a forum (*.bbcode)</source>
        <translation>フォーラム用の概要 (*.bbcode)</translation>
    </message>
    <message>
        <source>Copy table as BBCode</source>
        <translation>表を BBCode でコピー</translation>
    </message>
</context>
<context>
    <name>heat</name>
    <message>
        <source>Colours</source>
        <translation>色分け</translation>
    </message>
    <message>
        <source>Colour the cells by their values</source>
        <translation>値に応じてセルを色分け</translation>
    </message>
    <message>
        <source>Colour the cells by how far they are from what is wanted: bright is best, dark is worst, in each column</source>
        <translation>望ましい値からの隔たりに応じてセルを色分けします。列ごとに、明るいほど良く、暗いほど悪い値です</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{1} との差 {0}</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Learned perceptual distance (LPIPS v0.1, AlexNet) between original and reconstruction.</source>
        <translation>元画像と再構成の間の学習された知覚距離 (LPIPS v0.1、AlexNet)。</translation>
    </message>
    <message>
        <source>Gradient x</source>
        <translation>勾配 x</translation>
    </message>
    <message>
        <source>Mean squared luma gradient of the original.</source>
        <translation>元画像の輝度勾配の二乗平均。</translation>
    </message>
    <message>
        <source>Gradient x̂</source>
        <translation>勾配 x̂</translation>
    </message>
    <message>
        <source>Mean squared luma gradient of the reconstruction.</source>
        <translation>再構成の輝度勾配の二乗平均。</translation>
    </message>
    <message>
        <source>Gradient energy of the reconstruction over that of the original: below 1 is blur, above 1 added detail.</source>
        <translation>元画像に対する再構成の勾配エネルギー: 1 未満はぼけ、1 超は付加されたディテール。</translation>
    </message>
    <message>
        <source>Colours x</source>
        <translation>色数 x</translation>
    </message>
    <message>
        <source>Number of distinct RGB triples of the original.</source>
        <translation>元画像の異なる RGB 値の数。</translation>
    </message>
    <message>
        <source>Colours x̂</source>
        <translation>色数 x̂</translation>
    </message>
    <message>
        <source>Number of distinct RGB triples of the reconstruction.</source>
        <translation>再構成の異なる RGB 値の数。</translation>
    </message>
    <message>
        <source>Distinct colours of the reconstruction over those of the original.</source>
        <translation>元画像に対する再構成の異なる色数の比。</translation>
    </message>
    <message>
        <source>Colour entropy x</source>
        <translation>色エントロピー x</translation>
    </message>
    <message>
        <source>Shannon entropy of the original's RGB histogram with 32 bins per channel.</source>
        <translation>チャンネルあたり 32 区間の、元画像の RGB ヒストグラムのシャノンエントロピー。</translation>
    </message>
    <message>
        <source>Colour entropy x̂</source>
        <translation>色エントロピー x̂</translation>
    </message>
    <message>
        <source>Shannon entropy of the reconstruction's RGB histogram with 32 bins per channel.</source>
        <translation>チャンネルあたり 32 区間の、再構成の RGB ヒストグラムのシャノンエントロピー。</translation>
    </message>
    <message>
        <source>FFT magnitude</source>
        <translation>FFT 振幅</translation>
    </message>
    <message>
        <source>Correlation of the log magnitudes of the two luma spectra.</source>
        <translation>2 つの輝度スペクトルの対数振幅の相関。</translation>
    </message>
    <message>
        <source>FFT phase</source>
        <translation>FFT 位相</translation>
    </message>
    <message>
        <source>Phase agreement of the two luma spectra, weighted by magnitude.</source>
        <translation>振幅で重み付けした 2 つの輝度スペクトルの位相の一致度。</translation>
    </message>
    <message>
        <source>Low band</source>
        <translation>低域</translation>
    </message>
    <message>
        <source>Power of the reconstruction over that of the original up to 1/6 cycles per pixel.</source>
        <translation>ピクセルあたり 1/6 周期までの、元画像に対する再構成のパワー。</translation>
    </message>
    <message>
        <source>Mid band</source>
        <translation>中域</translation>
    </message>
    <message>
        <source>Power of the reconstruction over that of the original from 1/6 to 1/3 cycles per pixel.</source>
        <translation>ピクセルあたり 1/6～1/3 周期での、元画像に対する再構成のパワー。</translation>
    </message>
    <message>
        <source>High band</source>
        <translation>高域</translation>
    </message>
    <message>
        <source>Power of the reconstruction over that of the original above 1/3 cycles per pixel: below 1 is blur, above 1 invented detail.</source>
        <translation>ピクセルあたり 1/3 周期超での、元画像に対する再構成のパワー: 1 未満はぼけ、1 超は作り出されたディテール。</translation>
    </message>
    <message>
        <source>Mean absolute error over pixels and channels, values in [0, 1].</source>
        <translation>全ピクセル・チャンネルの平均絶対誤差、値は [0, 1]。</translation>
    </message>
    <message>
        <source>Mean absolute error of the red channel.</source>
        <translation>赤チャンネルの平均絶対誤差。</translation>
    </message>
    <message>
        <source>Mean absolute error of the green channel.</source>
        <translation>緑チャンネルの平均絶対誤差。</translation>
    </message>
    <message>
        <source>Mean absolute error of the blue channel.</source>
        <translation>青チャンネルの平均絶対誤差。</translation>
    </message>
    <message>
        <source>Bias R</source>
        <translation>バイアス R</translation>
    </message>
    <message>
        <source>Mean signed error of the red channel: above 0 is too red.</source>
        <translation>赤チャンネルの符号付き平均誤差: 0 超は赤すぎ。</translation>
    </message>
    <message>
        <source>Bias G</source>
        <translation>バイアス G</translation>
    </message>
    <message>
        <source>Mean signed error of the green channel: above 0 is too green.</source>
        <translation>緑チャンネルの符号付き平均誤差: 0 超は緑すぎ。</translation>
    </message>
    <message>
        <source>Bias B</source>
        <translation>バイアス B</translation>
    </message>
    <message>
        <source>Mean signed error of the blue channel: above 0 is too blue.</source>
        <translation>青チャンネルの符号付き平均誤差: 0 超は青すぎ。</translation>
    </message>
    <message>
        <source>Mean squared error over pixels and channels, values in [0, 1].</source>
        <translation>全ピクセル・チャンネルの平均二乗誤差、値は [0, 1]。</translation>
    </message>
    <message>
        <source>Square root of the mean squared error.</source>
        <translation>平均二乗誤差の平方根。</translation>
    </message>
    <message>
        <source>Max error</source>
        <translation>最大誤差</translation>
    </message>
    <message>
        <source>Largest absolute error of any pixel and channel.</source>
        <translation>全ピクセル・チャンネル中の最大絶対誤差。</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio over pixels and channels.</source>
        <translation>全ピクセル・チャンネルのピーク信号対雑音比。</translation>
    </message>
    <message>
        <source>Structural similarity (Wang et al. 2004), mean over the three channels.</source>
        <translation>構造的類似度 (Wang ら 2004)、3 チャンネルの平均。</translation>
    </message>
    <message>
        <source>Structural similarity over five scales (Wang et al. 2003).</source>
        <translation>5 段階のスケールでの構造的類似度 (Wang ら 2003)。</translation>
    </message>
    <message>
        <source>What an eye sees of the difference when it flips between the two images, 67 pixels to a degree, mean over pixels.</source>
        <translation>2枚の画像を切り替えて見たときに目に見える差。1度あたり67ピクセル、全ピクセルの平均。</translation>
    </message>
    <message>
        <source>SSIM luminance</source>
        <translation>SSIM 輝度</translation>
    </message>
    <message>
        <source>The luminance factor of SSIM, mean over positions and channels.</source>
        <translation>SSIMの輝度の因子。位置とチャンネルの平均。</translation>
    </message>
    <message>
        <source>SSIM contrast</source>
        <translation>SSIM コントラスト</translation>
    </message>
    <message>
        <source>The contrast factor of SSIM, mean over positions and channels.</source>
        <translation>SSIMのコントラストの因子。位置とチャンネルの平均。</translation>
    </message>
    <message>
        <source>SSIM structure</source>
        <translation>SSIM 構造</translation>
    </message>
    <message>
        <source>The structure factor of SSIM, mean over positions and channels.</source>
        <translation>SSIMの構造の因子。位置とチャンネルの平均。</translation>
    </message>
    <message>
        <source>Shift x</source>
        <translation>ずれ x</translation>
    </message>
    <message>
        <source>How far the reconstruction lies to the right of the original.</source>
        <translation>再構成が元画像より右にどれだけずれているか。</translation>
    </message>
    <message>
        <source>Shift y</source>
        <translation>ずれ y</translation>
    </message>
    <message>
        <source>How far the reconstruction lies below the original.</source>
        <translation>再構成が元画像より下にどれだけずれているか。</translation>
    </message>
    <message>
        <source>Sharpness ratio</source>
        <translation>シャープネス比</translation>
    </message>
    <message>
        <source>Variance of the luma's Laplacian, reconstruction over original.</source>
        <translation>輝度のラプラシアンの分散。再構成÷元画像。</translation>
    </message>
    <message>
        <source>Edge ratio</source>
        <translation>エッジ比</translation>
    </message>
    <message>
        <source>Share of pixels with a Sobel magnitude over 50, reconstruction over original.</source>
        <translation>ソーベルの大きさが50を超えるピクセルの割合。再構成÷元画像。</translation>
    </message>
    <message>
        <source>Saturation ratio</source>
        <translation>彩度比</translation>
    </message>
    <message>
        <source>Mean HSV saturation, reconstruction over original.</source>
        <translation>HSV彩度の平均。再構成÷元画像。</translation>
    </message>
    <message>
        <source>Lab volume ratio</source>
        <translation>Lab体積比</translation>
    </message>
    <message>
        <source>Volume of the colours' convex hull in L*a*b*, reconstruction over original.</source>
        <translation>L*a*b*での色の凸包の体積。再構成÷元画像。</translation>
    </message>
    <message>
        <source>ΔE mean</source>
        <translation>ΔE 平均</translation>
    </message>
    <message>
        <source>CIEDE2000 colour difference, mean over pixels; about 1 is just noticeable.</source>
        <translation>CIEDE2000 色差のピクセル平均。1 前後でようやく気づく差です。</translation>
    </message>
    <message>
        <source>CIEDE2000 colour difference, 95th percentile over pixels.</source>
        <translation>CIEDE2000 色差のピクセル 95 パーセンタイル。</translation>
    </message>
    <message>
        <source>KL divergence of the posterior from N(0, I), summed over the latent.</source>
        <translation>事後分布の N(0, I) からの KL ダイバージェンス、潜在表現全体の和。</translation>
    </message>
    <message>
        <source>KL/dim</source>
        <translation>KL/次元</translation>
    </message>
    <message>
        <source>KL divergence divided by the number of latent elements.</source>
        <translation>KL ダイバージェンスを潜在表現の要素数で割った値。</translation>
    </message>
    <message>
        <source>Latent mean</source>
        <translation>潜在平均</translation>
    </message>
    <message>
        <source>Mean of the posterior's mode over the image's latent.</source>
        <translation>画像の潜在表現における事後分布の最頻値の平均。</translation>
    </message>
    <message>
        <source>Latent std</source>
        <translation>潜在標準偏差</translation>
    </message>
    <message>
        <source>Standard deviation of the posterior's mode over the image's latent.</source>
        <translation>画像の潜在表現における事後分布の最頻値の標準偏差。</translation>
    </message>
    <message>
        <source>Posterior variance</source>
        <translation>事後分散</translation>
    </message>
    <message>
        <source>Variance of the posterior, mean over the image's latent.</source>
        <translation>事後分布の分散、画像の潜在表現全体の平均。</translation>
    </message>
    <message>
        <source>Codebook usage</source>
        <translation>コードブック使用率</translation>
    </message>
    <message>
        <source>Share of the codebook's entries that the image uses at least once.</source>
        <translation>画像が少なくとも 1 回使うコードブック項目の割合。</translation>
    </message>
    <message>
        <source>Code entropy</source>
        <translation>コードエントロピー</translation>
    </message>
    <message>
        <source>Shannon entropy of the image's codebook indices; over several codebooks, mean over all indices.</source>
        <translation>画像のコードブックインデックスのシャノンエントロピー。コードブックが複数なら全インデックスの平均。</translation>
    </message>
    <message>
        <source>Code perplexity</source>
        <translation>コードパープレキシティ</translation>
    </message>
    <message>
        <source>Two to the power of the code entropy: how many entries, used equally often, would have it.</source>
        <translation>2 のコードエントロピー乗: 均等に使われた場合の項目数に相当。</translation>
    </message>
    <message>
        <source>Bits/px</source>
        <translation>ビット/px</translation>
    </message>
    <message>
        <source>What the latent costs: codes times log2 of the codebook's entries, or the KL divergence in bits, over the image's pixels.</source>
        <translation>潜在表現に要するビット数:コード数×コードブックの項目数のlog2、またはビット単位のKLダイバージェンスを画像のピクセル数で割った値。</translation>
    </message>
    <message>
        <source>Bits/px, entropy</source>
        <translation>ビット/px(エントロピー)</translation>
    </message>
    <message>
        <source>Codes times the image's code entropy over the image's pixels.</source>
        <translation>コード数×画像のコードエントロピーを画像のピクセル数で割った値。</translation>
    </message>
    <message>
        <source>Rec. loss</source>
        <translation>再構成損失</translation>
    </message>
    <message>
        <source>Squared error summed over the image, values in [-1, 1]: the Gaussian likelihood term up to constants.</source>
        <translation>画像全体の二乗誤差の和、値は [-1, 1]: 定数を除くガウス尤度項。</translation>
    </message>
    <message>
        <source>Total loss</source>
        <translation>総損失</translation>
    </message>
    <message>
        <source>Reconstruction loss plus KL: the negative evidence lower bound up to constants.</source>
        <translation>再構成損失+KL:定数を除いた負の変分下限。</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>継ぎ目</translation>
    </message>
    <message>
        <source>Steps of the error across the borders of tiles over those elsewhere; above 1 the tiles can be seen.</source>
        <translation>タイルの境界をまたぐ誤差の段差÷それ以外の段差。1を超えるとタイルが見える。</translation>
    </message>
    <message>
        <source>Latent drift ×1</source>
        <translation>潜在のずれ ×1</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after one pass: length of the difference over that of the original's latent.</source>
        <translation>VAEを1回通した後、潜在が元画像の潜在からどれだけ離れたか:差の長さ÷元画像の潜在の長さ。</translation>
    </message>
    <message>
        <source>PSNR of the picture after 2 passes through the VAE against the original.</source>
        <translation>VAEを2回通した画像と元画像のPSNR。</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 2 passes through the VAE against the original.</source>
        <translation>VAEを2回通した画像と元画像のLPIPS。</translation>
    </message>
    <message>
        <source>Latent drift ×2</source>
        <translation>潜在のずれ ×2</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 2 passes: length of the difference over that of the original's latent.</source>
        <translation>VAEを2回通した後、潜在が元画像の潜在からどれだけ離れたか:差の長さ÷元画像の潜在の長さ。</translation>
    </message>
    <message>
        <source>PSNR of the picture after 4 passes through the VAE against the original.</source>
        <translation>VAEを4回通した画像と元画像のPSNR。</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 4 passes through the VAE against the original.</source>
        <translation>VAEを4回通した画像と元画像のLPIPS。</translation>
    </message>
    <message>
        <source>Latent drift ×4</source>
        <translation>潜在のずれ ×4</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 4 passes: length of the difference over that of the original's latent.</source>
        <translation>VAEを4回通した後、潜在が元画像の潜在からどれだけ離れたか:差の長さ÷元画像の潜在の長さ。</translation>
    </message>
    <message>
        <source>PSNR of the picture after 8 passes through the VAE against the original.</source>
        <translation>VAEを8回通した画像と元画像のPSNR。</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 8 passes through the VAE against the original.</source>
        <translation>VAEを8回通した画像と元画像のLPIPS。</translation>
    </message>
    <message>
        <source>Latent drift ×8</source>
        <translation>潜在のずれ ×8</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 8 passes: length of the difference over that of the original's latent.</source>
        <translation>VAEを8回通した後、潜在が元画像の潜在からどれだけ離れたか:差の長さ÷元画像の潜在の長さ。</translation>
    </message>
    <message>
        <source>PSNR of the picture after 16 passes through the VAE against the original.</source>
        <translation>VAEを16回通した画像と元画像のPSNR。</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 16 passes through the VAE against the original.</source>
        <translation>VAEを16回通した画像と元画像のLPIPS。</translation>
    </message>
    <message>
        <source>Latent drift ×16</source>
        <translation>潜在のずれ ×16</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 16 passes: length of the difference over that of the original's latent.</source>
        <translation>VAEを16回通した後、潜在が元画像の潜在からどれだけ離れたか:差の長さ÷元画像の潜在の長さ。</translation>
    </message>
    <message>
        <source>Latent, scale</source>
        <translation>潜在(縮小)</translation>
    </message>
    <message>
        <source>Latent of the picture scaled to half against the latent scaled to half: length of the difference over that of the latent.</source>
        <translation>半分に縮小した画像の潜在と、半分に縮小した潜在の差の長さを、潜在の長さで割った値。</translation>
    </message>
    <message>
        <source>LPIPS, scale</source>
        <translation>LPIPS(縮小)</translation>
    </message>
    <message>
        <source>LPIPS of what the latent scaled to half decodes to against the picture scaled to half.</source>
        <translation>半分に縮小した潜在を復号した画像と、半分に縮小した画像のLPIPS。</translation>
    </message>
    <message>
        <source>Latent, turn</source>
        <translation>潜在(回転)</translation>
    </message>
    <message>
        <source>Latent of the picture turned by a quarter against the latent turned by a quarter: length of the difference over that of the latent.</source>
        <translation>90度回した画像の潜在と、90度回した潜在の差の長さを、潜在の長さで割った値。</translation>
    </message>
    <message>
        <source>LPIPS, turn</source>
        <translation>LPIPS(回転)</translation>
    </message>
    <message>
        <source>LPIPS of what the latent turned by a quarter decodes to against the picture turned by a quarter.</source>
        <translation>90度回した潜在を復号した画像と、90度回した画像のLPIPS。</translation>
    </message>
    <message>
        <source>PSNR, noise 5 %</source>
        <translation>PSNR(ノイズ 5 %)</translation>
    </message>
    <message>
        <source>PSNR between what the latent decodes to with noise of 5 % of its standard deviation and without.</source>
        <translation>潜在に標準偏差の5 %のノイズを加えて復号した画像と、加えない画像のPSNR。</translation>
    </message>
    <message>
        <source>LPIPS, noise 5 %</source>
        <translation>LPIPS(ノイズ 5 %)</translation>
    </message>
    <message>
        <source>LPIPS between what the latent decodes to with noise of 5 % of its standard deviation and without.</source>
        <translation>潜在に標準偏差の5 %のノイズを加えて復号した画像と、加えない画像のLPIPS。</translation>
    </message>
    <message>
        <source>PSNR, noise 10 %</source>
        <translation>PSNR(ノイズ 10 %)</translation>
    </message>
    <message>
        <source>PSNR between what the latent decodes to with noise of 10 % of its standard deviation and without.</source>
        <translation>潜在に標準偏差の10 %のノイズを加えて復号した画像と、加えない画像のPSNR。</translation>
    </message>
    <message>
        <source>LPIPS, noise 10 %</source>
        <translation>LPIPS(ノイズ 10 %)</translation>
    </message>
    <message>
        <source>LPIPS between what the latent decodes to with noise of 10 % of its standard deviation and without.</source>
        <translation>潜在に標準偏差の10 %のノイズを加えて復号した画像と、加えない画像のLPIPS。</translation>
    </message>
    <message>
        <source>PSNR, noise 20 %</source>
        <translation>PSNR(ノイズ 20 %)</translation>
    </message>
    <message>
        <source>PSNR between what the latent decodes to with noise of 20 % of its standard deviation and without.</source>
        <translation>潜在に標準偏差の20 %のノイズを加えて復号した画像と、加えない画像のPSNR。</translation>
    </message>
    <message>
        <source>LPIPS, noise 20 %</source>
        <translation>LPIPS(ノイズ 20 %)</translation>
    </message>
    <message>
        <source>LPIPS between what the latent decodes to with noise of 20 % of its standard deviation and without.</source>
        <translation>潜在に標準偏差の20 %のノイズを加えて復号した画像と、加えない画像のLPIPS。</translation>
    </message>
    <message>
        <source>Class kept</source>
        <translation>クラス一致</translation>
    </message>
    <message>
        <source>1 where the classifier (EfficientNet-Lite0, ImageNet) gives reconstruction and original the same first class, else 0.</source>
        <translation>分類器（EfficientNet-Lite0、ImageNet）が再構成と元画像に同じ第一クラスを与えれば 1、そうでなければ 0。</translation>
    </message>
    <message>
        <source>Class in 5</source>
        <translation>上位 5 クラス</translation>
    </message>
    <message>
        <source>1 where the original's first class is among the reconstruction's first five, else 0.</source>
        <translation>元画像の第一クラスが再構成の上位五つに含まれれば 1、そうでなければ 0。</translation>
    </message>
    <message>
        <source>Class KL</source>
        <translation>クラス KL</translation>
    </message>
    <message>
        <source>KL divergence of the reconstruction's class probabilities from the original's.</source>
        <translation>再構成のクラス確率の、元画像のそれからの KL ダイバージェンス。</translation>
    </message>
    <message>
        <source>Text errors</source>
        <translation>文字の誤り</translation>
    </message>
    <message>
        <source>Characters that an OCR reads otherwise in the reconstruction than in the original, over those of the original.</source>
        <translation>OCR が再構成で元画像と違って読む文字数を、元画像の文字数で割った値。</translation>
    </message>
    <message>
        <source>Text under 12</source>
        <translation>文字 12 未満</translation>
    </message>
    <message>
        <source>The same of text lower than 12 px.</source>
        <translation>高さ 12 px 未満の文字について同じ値。</translation>
    </message>
    <message>
        <source>Text 12–20</source>
        <translation>文字 12–20</translation>
    </message>
    <message>
        <source>The same of text from 12 to below 20 px.</source>
        <translation>高さ 12 px 以上 20 px 未満の文字について同じ値。</translation>
    </message>
    <message>
        <source>Text 20–32</source>
        <translation>文字 20–32</translation>
    </message>
    <message>
        <source>The same of text from 20 to below 32 px.</source>
        <translation>高さ 20 px 以上 32 px 未満の文字について同じ値。</translation>
    </message>
    <message>
        <source>Text over 32</source>
        <translation>文字 32 以上</translation>
    </message>
    <message>
        <source>The same of text of 32 px and more.</source>
        <translation>高さ 32 px 以上の文字について同じ値。</translation>
    </message>
    <message>
        <source>Cosine of the CLIP image embeddings of original and reconstruction: 1 for equal ones.</source>
        <translation>元画像と再構成の CLIP 画像埋め込みのコサイン：等しければ 1。</translation>
    </message>
    <message>
        <source>Non-finite</source>
        <translation>非有限</translation>
    </message>
    <message>
        <source>Share of NaN or Inf in the decoder's output.</source>
        <translation>デコーダー出力に占める NaN または Inf の割合。</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>クリップ</translation>
    </message>
    <message>
        <source>Share of the decoder's output outside [0, 1], before the clamp.</source>
        <translation>クランプ前のデコーダー出力のうち [0, 1] の外にある割合。</translation>
    </message>
    <message>
        <source>Encode</source>
        <translation>エンコード</translation>
    </message>
    <message>
        <source>Wall time of encoding, divided by the batch.</source>
        <translation>エンコードの所要時間をバッチサイズで割った値。</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>デコード</translation>
    </message>
    <message>
        <source>Wall time of decoding, divided by the batch.</source>
        <translation>デコードの所要時間をバッチサイズで割った値。</translation>
    </message>
    <message>
        <source>Marker x</source>
        <translation>マーカー x</translation>
    </message>
    <message>
        <source>Left edge of the marker's row of patches.</source>
        <translation>マーカーのパッチ列の左端。</translation>
    </message>
    <message>
        <source>Marker y</source>
        <translation>マーカー y</translation>
    </message>
    <message>
        <source>Top edge of the marker's row of patches.</source>
        <translation>マーカーのパッチ列の上端。</translation>
    </message>
    <message>
        <source>Marker patch</source>
        <translation>マーカーパッチ</translation>
    </message>
    <message>
        <source>Side of each of the marker's five square patches.</source>
        <translation>マーカーの 5 つの正方形パッチの一辺。</translation>
    </message>
    <message>
        <source>Black x</source>
        <translation>黒 x</translation>
    </message>
    <message>
        <source>Mean over the black patch, all channels, in [0, 1]: original.</source>
        <translation>黒パッチの平均、全チャンネル、[0, 1]: 元画像。</translation>
    </message>
    <message>
        <source>Black x̂</source>
        <translation>黒 x̂</translation>
    </message>
    <message>
        <source>Mean over the black patch, all channels, in [0, 1]: reconstruction.</source>
        <translation>黒パッチの平均、全チャンネル、[0, 1]: 再構成。</translation>
    </message>
    <message>
        <source>White x</source>
        <translation>白 x</translation>
    </message>
    <message>
        <source>Mean over the white patch, all channels, in [0, 1]: original.</source>
        <translation>白パッチの平均、全チャンネル、[0, 1]: 元画像。</translation>
    </message>
    <message>
        <source>White x̂</source>
        <translation>白 x̂</translation>
    </message>
    <message>
        <source>Mean over the white patch, all channels, in [0, 1]: reconstruction.</source>
        <translation>白パッチの平均、全チャンネル、[0, 1]: 再構成。</translation>
    </message>
    <message>
        <source>Mean over the red patch, red channel, in [0, 1]: original.</source>
        <translation>赤パッチの平均、赤チャンネル、[0, 1]: 元画像。</translation>
    </message>
    <message>
        <source>Mean over the red patch, red channel, in [0, 1]: reconstruction.</source>
        <translation>赤パッチの平均、赤チャンネル、[0, 1]: 再構成。</translation>
    </message>
    <message>
        <source>Green x</source>
        <translation>緑 x</translation>
    </message>
    <message>
        <source>Mean over the green patch, green channel, in [0, 1]: original.</source>
        <translation>緑パッチの平均、緑チャンネル、[0, 1]: 元画像。</translation>
    </message>
    <message>
        <source>Green x̂</source>
        <translation>緑 x̂</translation>
    </message>
    <message>
        <source>Mean over the green patch, green channel, in [0, 1]: reconstruction.</source>
        <translation>緑パッチの平均、緑チャンネル、[0, 1]: 再構成。</translation>
    </message>
    <message>
        <source>Blue x</source>
        <translation>青 x</translation>
    </message>
    <message>
        <source>Mean over the blue patch, blue channel, in [0, 1]: original.</source>
        <translation>青パッチの平均、青チャンネル、[0, 1]: 元画像。</translation>
    </message>
    <message>
        <source>Blue x̂</source>
        <translation>青 x̂</translation>
    </message>
    <message>
        <source>Mean over the blue patch, blue channel, in [0, 1]: reconstruction.</source>
        <translation>青パッチの平均、青チャンネル、[0, 1]: 再構成。</translation>
    </message>
    <message>
        <source>Brightness bias</source>
        <translation>明るさの偏り</translation>
    </message>
    <message>
        <source>Black patch of the reconstruction minus that of the original; above 0, blacks are lifted.</source>
        <translation>再構成の黒パッチから元画像の黒パッチを引いた値。0 超なら黒が浮いています。</translation>
    </message>
    <message>
        <source>Contrast gain</source>
        <translation>コントラストゲイン</translation>
    </message>
    <message>
        <source>White minus black in the reconstruction, over the same in the original; below 1, contrast is lost.</source>
        <translation>再構成の白と黒の差を元画像の同じ差で割った値。1 未満ならコントラストが失われています。</translation>
    </message>
    <message>
        <source>Red drift</source>
        <translation>赤のずれ</translation>
    </message>
    <message>
        <source>Red patch's red channel, reconstruction minus original.</source>
        <translation>赤パッチの赤チャンネル、再構成から元画像を引いた値。</translation>
    </message>
    <message>
        <source>Green drift</source>
        <translation>緑のずれ</translation>
    </message>
    <message>
        <source>Green patch's green channel, reconstruction minus original.</source>
        <translation>緑パッチの緑チャンネル、再構成から元画像を引いた値。</translation>
    </message>
    <message>
        <source>Blue drift</source>
        <translation>青のずれ</translation>
    </message>
    <message>
        <source>Blue patch's blue channel, reconstruction minus original.</source>
        <translation>青パッチの青チャンネル、再構成から元画像を引いた値。</translation>
    </message>
    <message>
        <source>Weighted sum of LPIPS and of the distances of gradient, colour, drift, brightness and contrast from their ideal.</source>
        <translation>LPIPS と、勾配・色・ずれ・明るさ・コントラストの理想値からの距離の重み付き和。</translation>
    </message>
    <message>
        <source>MTF50, black and white</source>
        <translation>MTF50、白黒</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): luma of the black and white edge; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>コントラストの半分が保たれる最も低い空間周波数（傾斜エッジ、ISO 12233）: 白黒エッジの輝度。5 度回転した正方形の 4 辺の平均。0.5 がナイキスト周波数。オリジナルより高い場合は鮮鋭化されています。</translation>
    </message>
    <message>
        <source>MTF50, greys</source>
        <translation>MTF50、グレー</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): luma of the edge between two near greys, 96 and 160; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>コントラストの半分が保たれる最も低い空間周波数（傾斜エッジ、ISO 12233）: 近い 2 つのグレー（96 と 160）のエッジの輝度。5 度回転した正方形の 4 辺の平均。0.5 がナイキスト周波数。オリジナルより高い場合は鮮鋭化されています。</translation>
    </message>
    <message>
        <source>MTF50, red and green</source>
        <translation>MTF50、赤と緑</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): red less green of the edge between red and green, half of it; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>コントラストの半分が保たれる最も低い空間周波数（傾斜エッジ、ISO 12233）: 赤と緑のエッジの「赤 − 緑」の半分。5 度回転した正方形の 4 辺の平均。0.5 がナイキスト周波数。オリジナルより高い場合は鮮鋭化されています。</translation>
    </message>
    <message>
        <source>MTF50, blue and yellow</source>
        <translation>MTF50、青と黄</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): yellow less blue of the edge between blue and yellow, half of it; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>コントラストの半分が保たれる最も低い空間周波数（傾斜エッジ、ISO 12233）: 青と黄のエッジの「黄 − 青」の半分。5 度回転した正方形の 4 辺の平均。0.5 がナイキスト周波数。オリジナルより高い場合は鮮鋭化されています。</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, black and white</source>
        <translation>ナイキストの半分での MTF、白黒</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): luma of the black and white edge; above the original's: sharpened.</source>
        <translation>0.25 サイクル/ピクセルで保たれるコントラスト（傾斜エッジ、ISO 12233）: 白黒エッジの輝度。オリジナルより高い場合は鮮鋭化されています。</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, greys</source>
        <translation>ナイキストの半分での MTF、グレー</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): luma of the edge between two near greys, 96 and 160; above the original's: sharpened.</source>
        <translation>0.25 サイクル/ピクセルで保たれるコントラスト（傾斜エッジ、ISO 12233）: 近い 2 つのグレー（96 と 160）のエッジの輝度。オリジナルより高い場合は鮮鋭化されています。</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, red and green</source>
        <translation>ナイキストの半分での MTF、赤と緑</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): red less green of the edge between red and green, half of it; above the original's: sharpened.</source>
        <translation>0.25 サイクル/ピクセルで保たれるコントラスト（傾斜エッジ、ISO 12233）: 赤と緑のエッジの「赤 − 緑」の半分。オリジナルより高い場合は鮮鋭化されています。</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, blue and yellow</source>
        <translation>ナイキストの半分での MTF、青と黄</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): yellow less blue of the edge between blue and yellow, half of it; above the original's: sharpened.</source>
        <translation>0.25 サイクル/ピクセルで保たれるコントラスト（傾斜エッジ、ISO 12233）: 青と黄のエッジの「黄 − 青」の半分。オリジナルより高い場合は鮮鋭化されています。</translation>
    </message>
    <message>
        <source>ΔE2000 of the patches, mean</source>
        <translation>パッチの ΔE2000、平均</translation>
    </message>
    <message>
        <source>CIEDE2000 between the mean colour of each of the 64 patches' inner half and the original's: mean over the patches.</source>
        <translation>64 個のパッチそれぞれの内側半分の平均色とオリジナルの平均色との CIEDE2000 色差: パッチの平均。</translation>
    </message>
    <message>
        <source>ΔE2000 of the patches, largest</source>
        <translation>パッチの ΔE2000、最大</translation>
    </message>
    <message>
        <source>CIEDE2000 between the mean colour of each of the 64 patches' inner half and the original's: the largest.</source>
        <translation>64 個のパッチそれぞれの内側半分の平均色とオリジナルの平均色との CIEDE2000 色差: 最大値。</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Mean luma of the 64 patches, in percent of white; Civitai's chart wants −10 to +5 points from the original.</source>
        <translation>64 個のパッチの平均輝度（白に対する %）。Civitai のチャートではオリジナルから −10〜+5 ポイントが望ましいとされます。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>Mean luma of the 20 brightest patches of the original less that of its 20 darkest, in percent of white; Civitai's chart wants 0 to 10 % more than the original.</source>
        <translation>オリジナルで最も明るい 20 パッチの平均輝度から最も暗い 20 パッチの平均輝度を引いた値（白に対する %）。Civitai のチャートではオリジナルより 0〜10 % 高いことが望ましいとされます。</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>彩度</translation>
    </message>
    <message>
        <source>Largest less smallest of red, green and blue: mean over the patches of the two middle rows, in percent of 255.</source>
        <translation>赤・緑・青の最大値と最小値の差: 中央 2 行のパッチの平均（255 に対する %）。</translation>
    </message>
    <message>
        <source>Distinct steps, grey</source>
        <translation>区別できる段数、グレー</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 greys of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>階調（2 px ずつの 256 段のグレー）に沿った異なるレベルの数。幅方向の平均を 8 ビットに丸めます。オリジナルより少なければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Distinct steps, darkest greys</source>
        <translation>区別できる段数、最も暗いグレー</translation>
    </message>
    <message>
        <source>Different levels along a ramp (the 32 darkest greys, of 16 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>階調（16 px ずつの最も暗い 32 段のグレー）に沿った異なるレベルの数。幅方向の平均を 8 ビットに丸めます。オリジナルより少なければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Distinct steps, lightest greys</source>
        <translation>区別できる段数、最も明るいグレー</translation>
    </message>
    <message>
        <source>Different levels along a ramp (the 32 lightest greys, of 16 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>階調（16 px ずつの最も明るい 32 段のグレー）に沿った異なるレベルの数。幅方向の平均を 8 ビットに丸めます。オリジナルより少なければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Distinct steps, red</source>
        <translation>区別できる段数、赤</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 reds of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>階調（2 px ずつの 256 段の赤）に沿った異なるレベルの数。幅方向の平均を 8 ビットに丸めます。オリジナルより少なければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Distinct steps, green</source>
        <translation>区別できる段数、緑</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 greens of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>階調（2 px ずつの 256 段の緑）に沿った異なるレベルの数。幅方向の平均を 8 ビットに丸めます。オリジナルより少なければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Distinct steps, blue</source>
        <translation>区別できる段数、青</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 blues of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>階調（2 px ずつの 256 段の青）に沿った異なるレベルの数。幅方向の平均を 8 ビットに丸めます。オリジナルより少なければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Longest step, grey</source>
        <translation>最長の段、グレー</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 greys of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>階調（2 px ずつの 256 段のグレー）に沿って同じレベルが続く最長の長さ。幅方向の平均を 8 ビットに丸めます。オリジナルより長ければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Longest step, darkest greys</source>
        <translation>最長の段、最も暗いグレー</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (the 32 darkest greys, of 16 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>階調（16 px ずつの最も暗い 32 段のグレー）に沿って同じレベルが続く最長の長さ。幅方向の平均を 8 ビットに丸めます。オリジナルより長ければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Longest step, lightest greys</source>
        <translation>最長の段、最も明るいグレー</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (the 32 lightest greys, of 16 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>階調（16 px ずつの最も明るい 32 段のグレー）に沿って同じレベルが続く最長の長さ。幅方向の平均を 8 ビットに丸めます。オリジナルより長ければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Longest step, red</source>
        <translation>最長の段、赤</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 reds of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>階調（2 px ずつの 256 段の赤）に沿って同じレベルが続く最長の長さ。幅方向の平均を 8 ビットに丸めます。オリジナルより長ければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Longest step, green</source>
        <translation>最長の段、緑</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 greens of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>階調（2 px ずつの 256 段の緑）に沿って同じレベルが続く最長の長さ。幅方向の平均を 8 ビットに丸めます。オリジナルより長ければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Longest step, blue</source>
        <translation>最長の段、青</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 blues of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>階調（2 px ずつの 256 段の青）に沿って同じレベルが続く最長の長さ。幅方向の平均を 8 ビットに丸めます。オリジナルより長ければバンディングかクリッピングです。</translation>
    </message>
    <message>
        <source>Character error rate</source>
        <translation>文字誤り率</translation>
    </message>
    <message>
        <source>Characters to put in, take out or exchange, over those that stand there, spaces left out: lines of 9 to 24 px, each read by RapidOCR where it was drawn.</source>
        <translation>挿入・削除・置換が必要な文字数を本来の文字数で割った値（空白を除く）: 9〜24 px の行を、描かれた位置で RapidOCR が読み取ります。</translation>
    </message>
    <message>
        <source>FD AlexNet</source>
        <translation>FD AlexNet</translation>
    </message>
    <message>
        <source>Fréchet distance of the features of the two sets, taken as Gaussians: 0 for equal sets, in squared units of the features.</source>
        <translation>二つの集合の特徴量をガウス分布とみなしたフレシェ距離。等しい集合では 0、単位は特徴量の二乗。</translation>
    </message>
    <message>
        <source>KD AlexNet</source>
        <translation>KD AlexNet</translation>
    </message>
    <message>
        <source>Squared maximum mean discrepancy of the features, kernel (x·y / d + 1)³, unbiased for independent sets: about 0 for equal ones, below 0 for sets that share pictures, as nearly exact reconstructions do.</source>
        <translation>特徴量の最大平均差異の二乗、カーネル (x·y / d + 1)³、独立な集合に対して不偏。等しい集合ではおよそ 0、ほぼ正確な再構成のように画像を共有する集合では 0 未満。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Share of pictures within the reach of a real one (third nearest neighbour).</source>
        <translation>本物の画像の届く範囲（三番目の近傍まで）にある画像の割合。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <source>Share of real pictures within the reach of one of the set (third nearest neighbour).</source>
        <translation>集合の画像の届く範囲（三番目の近傍まで）にある本物の画像の割合。</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Within the reach of how many real pictures a picture is, over 5 (fifth nearest neighbour); may exceed 1.</source>
        <translation>一枚の画像がいくつの本物の画像の範囲（五番目の近傍まで）にあるかを 5 で割った値。1 を超えることがあります。</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>被覆率</translation>
    </message>
    <message>
        <source>Share of real pictures whose reach holds one of the set (fifth nearest neighbour).</source>
        <translation>範囲内（五番目の近傍まで）に集合の画像がある本物の画像の割合。</translation>
    </message>
    <message>
        <source>Authenticity</source>
        <translation>独自性</translation>
    </message>
    <message>
        <source>Share of pictures that are farther from their nearest real one than that is from its own nearest; says something only beside a good precision.</source>
        <translation>最も近い本物の画像との距離が、その画像とその最近傍との距離より大きい画像の割合。適合率が高いときにだけ意味があります。</translation>
    </message>
    <message>
        <source>Copying z</source>
        <translation>写し z</translation>
    </message>
    <message>
        <source>Whether pictures lie nearer to the real ones than held-out real pictures do, in standard deviations: below −3 they are copied.</source>
        <translation>学習に使っていない本物の画像より本物の画像に近いかどうか（標準偏差単位）。−3 未満なら写しです。</translation>
    </message>
    <message>
        <source>Squared maximum mean discrepancy of the features, Gaussian kernel σ = 10, times 1 000.</source>
        <translation>特徴量の最大平均差異の二乗、ガウスカーネル σ = 10、1000 倍。</translation>
    </message>
    <message>
        <source>Inception score</source>
        <translation>Inception Score</translation>
    </message>
    <message>
        <source>exp of the mean KL divergence of a picture's classes from those of the set, over ten parts: high where each picture is clearly one thing and the set many.</source>
        <translation>画像のクラスと集合全体のクラスとの KL ダイバージェンスの平均の exp（十分割）。各画像が明確に一つのもので、集合が多様なら高くなります。</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>写し</translation>
    </message>
    <message>
        <source>Share of pictures whose LPIPS to the nearest real one is under 0.02.</source>
        <translation>最も近い本物の画像との LPIPS が 0.02 未満の画像の割合。</translation>
    </message>
    <message>
        <source>CLIP similarity</source>
        <translation>CLIP 類似度</translation>
    </message>
    <message>
        <source>Cosine of the CLIP image embeddings of original and reconstruction, mean over the images: 1 for equal ones.</source>
        <translation>元画像と再構成の CLIP 画像埋め込みのコサイン、画像にわたる平均。等しければ 1。</translation>
    </message>
    <message>
        <source>Found at 1</source>
        <translation>1 位で発見</translation>
    </message>
    <message>
        <source>Share of reconstructions whose nearest original is their own (AlexNet features); the floor is what guessing finds.</source>
        <translation>最も近い元画像が自分の元画像である再構成の割合（AlexNet 特徴量）。下限は当てずっぽうで見つかる割合。</translation>
    </message>
    <message>
        <source>Found at 5</source>
        <translation>5 位以内で発見</translation>
    </message>
    <message>
        <source>Share of reconstructions with their own original among the five nearest (AlexNet features); the floor is what guessing finds.</source>
        <translation>最も近い五枚に自分の元画像がある再構成の割合（AlexNet 特徴量）。下限は当てずっぽうで見つかる割合。</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余裕</translation>
    </message>
    <message>
        <source>How much farther than its own the nearest other original of a reconstruction is, as a share of that distance, mean (AlexNet features).</source>
        <translation>再構成から見て、最も近い他の元画像が自分の元画像よりどれだけ遠いか。その距離に対する割合の平均（AlexNet 特徴量）。</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Side that images are brought to.</source>
        <translation>画像を合わせる一辺の長さ。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>合わせ方</translation>
    </message>
    <message>
        <source>crop: short side to the size, then the centre square; fit: long side to the size; stretch: a square; native: as it is.</source>
        <translation>crop: 短辺をサイズに合わせて中央の正方形; fit: 長辺をサイズに合わせる; stretch: 正方形に伸縮; native: そのまま。</translation>
    </message>
    <message>
        <source>Enlarge small images</source>
        <translation>小さい画像を拡大</translation>
    </message>
    <message>
        <source>Enlarge images under the size.</source>
        <translation>サイズより小さい画像を拡大します。</translation>
    </message>
    <message>
        <source>Subfolders</source>
        <translation>サブフォルダー</translation>
    </message>
    <message>
        <source>Look for images in subfolders too.</source>
        <translation>サブフォルダーの画像も探します。</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>枚数制限</translation>
    </message>
    <message>
        <source>Measure only the first N images.</source>
        <translation>最初の N 枚の画像だけを測定します。</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>背景色</translation>
    </message>
    <message>
        <source>Colour behind transparent pixels, as #rrggbb.</source>
        <translation>透明ピクセルの背景色、#rrggbb 形式。</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>マーカー</translation>
    </message>
    <message>
        <source>separate: in a second pass, so that the picture is measured as it is, at twice the VAE's time; embedded: in the picture that is measured, in half the time, and the metrics of the picture carry its influence; off: none.</source>
        <translation>separate: 2 回目の処理で測定します。画像はそのまま測定され、VAE の時間は 2 倍になります; embedded: 測定する画像に入れます。時間は半分ですが、画像の指標がその影響を受けます; off: なし。</translation>
    </message>
    <message>
        <source>Marker preset</source>
        <translation>マーカーの種類</translation>
    </message>
    <message>
        <source>robust: 32 px patches, inner half read; classic: 8 px patches, read whole, as older community tables did.</source>
        <translation>robust: 32 px のパッチの内側半分を読む; classic: 8 px のパッチ全体を読む。以前のコミュニティの表の方式。</translation>
    </message>
    <message>
        <source>Patch side</source>
        <translation>パッチの一辺</translation>
    </message>
    <message>
        <source>Side of a patch; the preset's when not given.</source>
        <translation>パッチの一辺。指定しなければプリセットに従います。</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>角</translation>
    </message>
    <message>
        <source>Corner that the marker is pasted into.</source>
        <translation>マーカーを貼り付ける隅。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>auto, cpu, cuda, cuda:N or mps.</source>
        <translation>auto、cpu、cuda、cuda:N、または mps。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Number format the VAEs run in; auto is fp32, whose numbers carry no rounding of their own, where the device can.</source>
        <translation>VAE を実行する数値形式。auto は、デバイスが対応していれば独自の丸めのない fp32 です。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>Images of equal size encoded together.</source>
        <translation>まとめてエンコードする同サイズの画像の数。</translation>
    </message>
    <message>
        <source>Tiling</source>
        <translation>タイル処理</translation>
    </message>
    <message>
        <source>off; auto: in tiles where memory runs out; a side in px: always. Tiles save memory, change numbers and are noted.</source>
        <translation>off: 使わない; auto: メモリ不足のときだけ; 一辺の px: 常に。タイルはメモリを節約しますが数値が変わり、使用は記録されます。</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜在表現</translation>
    </message>
    <message>
        <source>Decode the posterior's mode, or a seeded sample.</source>
        <translation>事後分布の最頻値、またはシードを固定したサンプルをデコードします。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Seed of the samples.</source>
        <translation>サンプルのシード。</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>default, all, or names separated by commas.</source>
        <translation>default、all、またはコンマ区切りの名前。</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>集合</translation>
    </message>
    <message>
        <source>Networks by whose features all originals are compared with all reconstructions, as sets: alexnet, inception, clip; none: no such comparison.</source>
        <translation>すべての元画像とすべての再構成を集合として比べるネットワーク：alexnet、inception、clip。none：比べません。</translation>
    </message>
    <message>
        <source>Inception file</source>
        <translation>Inception ファイル</translation>
    </message>
    <message>
        <source>weights-inception-2015-12-05-6726825d.pth, which the sets need for inception; auto: in PyTorch's folder of downloads.</source>
        <translation>weights-inception-2015-12-05-6726825d.pth。集合の inception に必要です。auto：PyTorch のダウンロードフォルダー。</translation>
    </message>
    <message>
        <source>CLIP folder</source>
        <translation>CLIP フォルダー</translation>
    </message>
    <message>
        <source>Folder with a CLIP model, which the sets and the metrics need for clip: config.json, preprocessor_config.json, model.safetensors.</source>
        <translation>CLIP モデルのフォルダー。集合と指標の clip に必要です：config.json、preprocessor_config.json、model.safetensors。</translation>
    </message>
    <message>
        <source>Test charts</source>
        <translation>テストチャート</translation>
    </message>
    <message>
        <source>Measure the test charts too: sharpness of edges, colours, steps of ramps, text. They are in no mean.</source>
        <translation>テストチャートも測定します: エッジの鮮鋭さ、色、階調の段数、文字。どの平均にも入りません。</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>通過回数</translation>
    </message>
    <message>
        <source>Put each picture through the VAE again and again, so many times in all, and measure it after 1, 2, 4, 8 and 16; 0: once.</source>
        <translation>各画像をVAEに合計この回数だけ繰り返し通し、1、2、4、8、16回の後に測定します。0は1回のみ。</translation>
    </message>
    <message>
        <source>Save images</source>
        <translation>画像の保存</translation>
    </message>
    <message>
        <source>Write PNGs into the run folder.</source>
        <translation>実行フォルダーに PNG を書き出します。</translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>excluded images, left out: {0}</source>
        <translation>除外した画像: {0}</translation>
    </message>
    <message>
        <source>Plots appear with the first row.</source>
        <translation>最初の行が届くとグラフが表示されます。</translation>
    </message>
    <message>
        <source>Every image is excluded: there is nothing to plot. Press C on one to take it in again.</source>
        <translation>すべての画像が除外されているため、描くものがありません。画像で C キーを押すと再び含められます。</translation>
    </message>
    <message>
        <source>No row has a result: all have failed. The State column of Images says why.</source>
        <translation>すべての行が失敗し、結果がありません。理由は「画像」の状態列にあります。</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>{0} × {1}: {2} of {3} measured</source>
        <translation>{0} × {1}: {3}のうち {2} 行を測定</translation>
    </message>
    <message>
        <source>{0}, {1} failed</source>
        <translation>{0}、{1} 件失敗</translation>
    </message>
    <message>
        <source>{0}; VAE {1} failed</source>
        <translation>{0}、VAE {1} は失敗</translation>
    </message>
    <message>
        <source>{0}; stopped by the user</source>
        <translation>{0}、ユーザーが停止</translation>
    </message>
    <message>
        <source>There is no J: no image has a value of {0} from every VAE.</source>
        <translation>J はありません: すべての VAE について {0} の値がそろった画像がありません。</translation>
    </message>
    <message>
        <source>No VAE finished an image, so there is nothing to rank.</source>
        <translation>画像を 1 枚でも完了した VAE がないため、順位はありません。</translation>
    </message>
    <message>
        <source>No image was finished by all VAEs, so there is no J.</source>
        <translation>すべての VAE が完了した画像がないため、J はありません。</translation>
    </message>
    <message>
        <source>There is no J: {0} was not measured.</source>
        <translation>J はありません: {0} が測定されていません。</translation>
    </message>
    <message>
        <source>There is no J: {0} were not measured.</source>
        <translation>J はありません: {0} が測定されていません。</translation>
    </message>
    <message>
        <source>Latents of {0}: {1}.</source>
        <translation>{0} の潜在表現: {1}。</translation>
    </message>
    <message>
        <source>n = {0}: those that all VAEs finished, of {1}.</source>
        <translation>n = {0}: 全 {1} 枚のうち、すべての VAE が処理し終えたもの。</translation>
    </message>
    <message>
        <source>{0} of {1} are smaller than {2} px and were measured as they are.</source>
        <translation>{1}のうち {0} 枚は {2} px より小さく、そのままの大きさで測定しました。</translation>
    </message>
    <message>
        <source>{0} failed on {1} ({2}).</source>
        <translation>{0} は{1}で失敗しました ({2})。</translation>
    </message>
    <message>
        <source>J of {0}: {1}.</source>
        <translation>{0} の J の内訳: {1}。</translation>
    </message>
    <message>
        <source>n = {0}.</source>
        <translation>n = {0}。</translation>
    </message>
    <message>
        <source>{0} failed with every VAE ({1}).</source>
        <translation>{0}がすべての VAE で失敗しました ({1})。</translation>
    </message>
    <message>
        <source>Most of these images have no room for the marker, so J is without its three terms.</source>
        <translation>これらの画像の大半にはマーカーを置く余地がないため、J にはマーカーの 3 つの項が含まれません。</translation>
    </message>
    <message>
        <source>J is over the {0} that have all its columns.</source>
        <translation>J は、必要な列がすべてそろった{0}に基づきます。</translation>
    </message>
    <message>
        <source>The test is over the {0} that have a score of their own.</source>
        <translation>検定は、個別のスコアを持つ{0}で行います。</translation>
    </message>
    <message>
        <source>J by other weights than the run's own: {0}.</source>
        <translation>実行時のものとは異なる重みによる J: {0}。</translation>
    </message>
    <message>
        <source>{0} with the content of another counts once ({1}).</source>
        <translation>他の画像と同じ内容の{0}は 1 回だけ数えます ({1})。</translation>
    </message>
    <message>
        <source>{0} with the content of others count once ({1}).</source>
        <translation>他の画像と同じ内容の{0}は 1 回だけ数えます ({1})。</translation>
    </message>
    <message>
        <source>1 excluded image is left out of everything ({0}).</source>
        <translation>除外した画像 1 枚はどの結果にも含まれません ({0})。</translation>
    </message>
    <message>
        <source>{0} excluded images are left out of everything ({1}).</source>
        <translation>除外した画像 {0} 枚はどの結果にも含まれません ({1})。</translation>
    </message>
    <message>
        <source>The marker was not measured on most of these images, so J is without its three terms.</source>
        <translation>これらの画像の大半でマーカーが測定されていないため、J はその 3 項を含みません。</translation>
    </message>
    <message>
        <source>This run was made under schema {0}, with the marker in the pictures that were measured; it is shown by today's rules.</source>
        <translation>この実行はスキーマ {0} のもので、測定する画像の中にマーカーが入っています。表示は現在の規則によります。</translation>
    </message>
    <message>
        <source>This run was made under schema {0}; it is shown by today's rules.</source>
        <translation>この実行はスキーマ {0} のものです。表示は現在の規則によります。</translation>
    </message>
    <message>
        <source>line {0} of {1} ({2})</source>
        <translation>{1} の {0} 行目（{2}）</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>ほか {0} 件</translation>
    </message>
    <message>
        <source>1 row stands more than once in {0}; the last one counts.</source>
        <translation>{0} に 1 行が重複しています。最後のものを数えます。</translation>
    </message>
    <message>
        <source>{0} rows stand more than once in {1}; the last ones count.</source>
        <translation>{1} に {0} 行が重複しています。最後のものを数えます。</translation>
    </message>
    <message>
        <source>{0} is a TorchScript program without weights{1}; to measure it, its author's program would have to run on this computer, in a process of its own, kept from network and files as far as the system allows, and nothing of it was run: if you trust the author of this very file as you would trust an installer, {2}</source>
        <translation>{0} は重みのない TorchScript プログラムです{1}。測定するには、作者のプログラムをこのコンピューターで実行する必要があります。その際は専用のプロセスで、システムが許す限りネットワークとファイルから切り離して実行します。まだ何も実行していません。インストーラーを信頼するときと同じようにこのファイルの作者を信頼できる場合は、{2}</translation>
    </message>
    <message>
        <source>The latents of {0} are those of {1} of {2}.</source>
        <translation>{0} の潜在表現は {2}中 {1} 枚分です。</translation>
    </message>
    <message>
        <source>{0} is not compared: {1}.</source>
        <translation>{0} は比較対象外です: {1}。</translation>
    </message>
    <message>
        <source>The run is not finished: {0} of {1} results.</source>
        <translation>実行は終わっていません: 結果は {1} 件中 {0} 件。</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>極めて良い</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>とても良い</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱い</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>fidelity</source>
        <translation>忠実度</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>鮮鋭度</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>安定性</translation>
    </message>
    <message>
        <source>By J over {0}, {1} is closest to the originals (image by image on {2} of {3})</source>
        <translation>{0}での J によると、元画像に最も近いのは {1} です (画像ごとでは {3} 枚中 {2} 枚で最も近い)</translation>
    </message>
    <message>
        <source>No image has been finished by all VAEs yet.</source>
        <translation>すべての VAE が処理し終えた画像はまだありません。</translation>
    </message>
    <message>
        <source>{0} of J of {1} is {2}.</source>
        <translation>{1} の J の {0} を {2} が占めます。</translation>
    </message>
    <message>
        <source>Baselines, as the scale: {0}.</source>
        <translation>目安としての基準: {0}。</translation>
    </message>
    <message>
        <source>{0} ({1}, {2})</source>
        <translation>{0} ({1}、{2})</translation>
    </message>
    <message>
        <source>then {0}, not told apart</source>
        <translation>次は {0} で、互いに区別できません</translation>
    </message>
    <message>
        <source>then {0}</source>
        <translation>次は {0} です</translation>
    </message>
    <message>
        <source>Share of the decided choices in which the metric’s value prefers the same reconstruction, half where it tells none apart (the 2AFC score of the LPIPS paper); a coin has 50 %. Above a coin: decided by a sign-flip test over images at 5 %, after Holm over all metrics of this table.</source>
        <translation>決着した選択のうち、指標の値が同じ再構成を選ぶ割合。区別できない場合は半分と数える (LPIPS 論文の 2AFC スコア)。硬貨投げなら 50 %。硬貨より上: 画像についての符号反転検定により 5 % で判定、この表の全指標について Holm 補正後。</translation>
    </message>
    <message>
        <source>it is built as a Cosmos image tokenizer, but its '{0}' is not that of the published code</source>
        <translation>Cosmos 画像トークナイザーの構造ですが、その '{0}' は公開されているコードのものと異なります</translation>
    </message>
    <message>
        <source>some of its weights have five axes, as those of networks for video have</source>
        <translation>重みの一部が、動画用ネットワークの重みのように 5 つの軸を持っています</translation>
    </message>
    <message>
        <source>{0} is a TorchScript program, and not one of a structure that VAELab knows{1}; to measure it, its author's program would have to run on this computer, in a process of its own, kept from network and files as far as the system allows, and nothing of it was run: pass the weights as safetensors or .pth, or, if you trust the author of this very file as you would trust an installer, {2}</source>
        <translation>{0} は TorchScript プログラムで、VAELab が知っている構造のものではありません{1}。測定するには、作者のプログラムをこのコンピューターで実行する必要があります。その際は専用のプロセスで、システムが許す限りネットワークとファイルから切り離して実行します。まだ何も実行していません。重みを safetensors または .pth で渡すか、インストーラーを信頼するときと同じようにこのファイルの作者を信頼できる場合は、{2}</translation>
    </message>
    <message>
        <source> ({0})</source>
        <translation>（{0}）</translation>
    </message>
    <message>
        <source>{0} is farthest</source>
        <translation>最も遠いのは {0} です</translation>
    </message>
    <message>
        <source>No image was measured, so there is nothing to rank.</source>
        <translation>測定された画像がないため、順位はありません。</translation>
    </message>
    <message>
        <source>healthy, KL {0} nats per element, {1} of {2} channels active</source>
        <translation>健全、KL は要素あたり {0} nat、{2} チャンネル中 {1} が活性</translation>
    </message>
    <message>
        <source>{0} codebooks, {1} of {2} entries used ({3} dead)</source>
        <translation>コードブック {0} 個、項目 {2} 個中 {1} 個を使用（未使用 {3}）</translation>
    </message>
    <message>
        <source>collapsed, KL {0} nats per element, {1} of {2} channels collapsed</source>
        <translation>崩壊、KL は要素あたり {0} nat、{2} チャンネル中 {1} が崩壊</translation>
    </message>
    <message>
        <source>{1} of {2} channels collapsed, KL {0} nats per element</source>
        <translation>{2} チャンネル中 {1} が崩壊、KL は要素あたり {0} nat</translation>
    </message>
    <message>
        <source>healthy, KL {0} nats per element</source>
        <translation>健全、KL は要素あたり {0} nat</translation>
    </message>
    <message>
        <source>{0} of {1} codebook entries used ({2} dead), perplexity {3}</source>
        <translation>コードブックの項目 {1} 個中 {0} 個を使用（未使用 {2}）、perplexity {3}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; choose another output folder</source>
        <translation>'{0}' に書き込めません：{1}。別の出力フォルダーを選んでください</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; {2} and compare again</source>
        <translation>'{0}' に書き込めません：{1}。{2}、もう一度比較してください</translation>
    </message>
    <message>
        <source>By J over {0}, {1} scores {2}, where 0 is a perfect reconstruction.</source>
        <translation>{0}での J によると、{1} のスコアは {2} です (0 は完全な再構成)。</translation>
    </message>
    <message>
        <source>By J over {0} so far: {1}.</source>
        <translation>これまでの{0}での J: {1}。</translation>
    </message>
    <message>
        <source>By J over {0}: {1}. A verdict needs at least {2} images.</source>
        <translation>{0}での J: {1}。判定には少なくとも {2} 枚の画像が必要です。</translation>
    </message>
    <message>
        <source>By J, {0} do not tell {1} apart.</source>
        <translation>J によると、{0}では {1} を区別できません。</translation>
    </message>
    <message>
        <source>By J over {0}, two VAEs are told apart only where they share no letter: {1}.</source>
        <translation>{0}での J によると、2 つの VAE が区別されるのは共通の文字がないときだけです: {1}。</translation>
    </message>
    <message>
        <source>By J over {0}, {1} are closest to the originals, not told apart</source>
        <translation>{0}での J によると、元画像に最も近いのは {1} で、互いに区別できません</translation>
    </message>
    <message>
        <source>By J over {0}, {1} is closest to the originals</source>
        <translation>{0}での J によると、元画像に最も近いのは {1} です</translation>
    </message>
    <message>
        <source>No VAE was measured, so there is nothing to rank.</source>
        <translation>測定された VAE がないため、順位はありません。</translation>
    </message>
    <message>
        <source>originals</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>Which is closer to the original?</source>
        <translation>どちらが元画像に近いですか。</translation>
    </message>
    <message>
        <source>Is this picture real?</source>
        <translation>この画像は本物ですか。</translation>
    </message>
    <message>
        <source>How real does it look?</source>
        <translation>どのくらい本物らしく見えますか。</translation>
    </message>
    <message>
        <source>How different are these pictures from one another?</source>
        <translation>これらの画像は互いにどのくらい異なりますか。</translation>
    </message>
    <message>
        <source>How well does it show what is said?</source>
        <translation>説明の内容をどのくらいよく表していますか。</translation>
    </message>
    <message>
        <source>How creative is it?</source>
        <translation>どのくらい創造的ですか。</translation>
    </message>
    <message>
        <source>closer</source>
        <translation>近さ</translation>
    </message>
    <message>
        <source>real or generated</source>
        <translation>本物か生成か</translation>
    </message>
    <message>
        <source>realism</source>
        <translation>本物らしさ</translation>
    </message>
    <message>
        <source>diversity</source>
        <translation>多様性</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>適合性</translation>
    </message>
    <message>
        <source>creativity</source>
        <translation>創造性</translation>
    </message>
    <message>
        <source>{0} is preferred to {1} (on {2} of {3} images)</source>
        <translation>{0} は {1} より好まれる (画像 {3} 枚中 {2} 枚)</translation>
    </message>
    <message>
        <source>{0} judges agree on “{1}” with Krippendorff’s α = {2}.</source>
        <translation>判定者 {0} 人の「{1}」についての一致: Krippendorff の α = {2}。</translation>
    </message>
    <message>
        <source>1 judge</source>
        <translation>判定者 1 人</translation>
    </message>
    <message>
        <source>{0} judges</source>
        <translation>判定者 {0} 人</translation>
    </message>
    <message>
        <source>{0}, {1} on {2}: chosen over another VAE, {3}.</source>
        <translation>{0}、{2}での{1}: 他の VAE より選ばれる確率は {3}。</translation>
    </message>
    <message>
        <source>1 choice</source>
        <translation>選択 1 回</translation>
    </message>
    <message>
        <source>{0} choices</source>
        <translation>選択 {0} 回</translation>
    </message>
    <message>
        <source>{0}: no two judges answered the same question with anything to tell apart.</source>
        <translation>{0}: 区別できる回答をした判定者の組がありません。</translation>
    </message>
    <message>
        <source>Who is chosen</source>
        <translation>選ばれる VAE</translation>
    </message>
    <message>
        <source>Chance: to be chosen over another VAE, by Bradley and Terry’s model, “no difference” as half a choice of each; its 95 % interval by the jackknife over images, none where it was always chosen, or never. Strength: the model’s logarithm, mean 0, none where one VAE always won. Win rate: of the decided choices.</source>
        <translation>確率: 他の VAE より選ばれる確率。Bradley と Terry のモデルにより、「差がない」は双方に半分ずつ数える。95 % 区間は画像についてのジャックナイフによる。常に選ばれたか、一度も選ばれなかった場合は区間なし。強さ: モデルの対数、平均 0。常に勝った VAE があれば値なし。勝率: 決着した選択のうち。</translation>
    </message>
    <message>
        <source>Every two VAEs before the judges</source>
        <translation>判定者から見た VAE の組</translation>
    </message>
    <message>
        <source>An image is won by the VAE that more of its judges chose. Share: of the images that one of them won, with Wilson’s interval. p: exact binomial test against a coin, after Holm over the pairs.</source>
        <translation>画像の勝者は、より多くの判定者が選んだ VAE。割合: どちらかが勝った画像のうち、Wilson の区間付き。p: 硬貨投げに対する正確二項検定、組について Holm 補正後。</translation>
    </message>
    <message>
        <source>Which metric agrees</source>
        <translation>どの指標が一致するか</translation>
    </message>
    <message>
        <source>Taken for real</source>
        <translation>本物とされた割合</translation>
    </message>
    <message>
        <source>p: whether a VAE’s pictures are taken for real as often as their originals, by a sign-flip test over images, after Holm.</source>
        <translation>p: VAE の画像が元画像と同じ頻度で本物とされるか。画像についての符号反転検定、Holm 補正後。</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Mean over images, 1 to 5, and its 95 % interval.</source>
        <translation>画像についての平均 (1～5) と 95 % 区間。</translation>
    </message>
    <message>
        <source>Judges and time</source>
        <translation>判定者と時間</translation>
    </message>
    <message>
        <source>Krippendorff’s α: 1 where judges agree on everything, 0 where as often as by chance; from two judges up.</source>
        <translation>Krippendorff の α: 判定者が完全に一致すれば 1、偶然と同じなら 0。判定者 2 人以上。</translation>
    </message>
    <message>
        <source>Decided: {0}.</source>
        <translation>判定: {0}。</translation>
    </message>
    <message>
        <source>No VAE is decidedly preferred to another.</source>
        <translation>他より明確に好まれる VAE はありません。</translation>
    </message>
    <message>
        <source>No metric agrees with the judges decidedly more often than a coin would; {0} were read together.</source>
        <translation>硬貨投げより明確に判定者と一致する指標はありません。{0} 個を一緒に見ています。</translation>
    </message>
    <message>
        <source>{0} agrees with the judges most often, on {1} of {2}; then {3}; {4} metrics were read together.</source>
        <translation>判定者と最もよく一致するのは {0} で、{2}の {1}。次に {3}。指標 {4} 個を一緒に見ています。</translation>
    </message>
    <message>
        <source>{0} agrees with the judges most often, on {1} of {2}; {3} metrics were read together.</source>
        <translation>判定者と最もよく一致するのは {0} で、{2}の {1}。指標 {3} 個を一緒に見ています。</translation>
    </message>
    <message>
        <source>Originals were taken for real in {0}; told apart from them: {1}.</source>
        <translation>元画像が本物とされたのは {0}。それと区別されたもの: {1}。</translation>
    </message>
    <message>
        <source>Originals were taken for real in {0}; no VAE is told apart from them.</source>
        <translation>元画像が本物とされたのは {0}。それと区別された VAE はありません。</translation>
    </message>
    <message>
        <source>Lines that are no judgement, not counted: {0}.</source>
        <translation>判定でない行 (数えない): {0}。</translation>
    </message>
    <message>
        <source>Judgements of other images or VAEs than this run’s, not counted: {0}.</source>
        <translation>この実行にない画像や VAE についての判定 (数えない): {0}。</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>確率</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>勝率</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>First and second</source>
        <translation>一つ目と二つ目</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>勝ち</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>負け</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>引き分け</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>好まれる方</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Above a coin</source>
        <translation>硬貨より上</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>Said to be real</source>
        <translation>本物とされた</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Median time, s</source>
        <translation>時間の中央値 (秒)</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>判定なし</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>Damaged and not counted: {0}. {1} measures their images again.</source>
        <translation>破損のため数えていません: {0}。{1} でその画像を測定し直します。</translation>
    </message>
    <message>
        <source>{0} could not be measured.</source>
        <translation>測定できませんでした: {0}。</translation>
    </message>
    <message>
        <source>The run is still going on: {0} of {1} results.</source>
        <translation>まだ実行中です: {1} 件中 {0} 件の結果。</translation>
    </message>
    <message>
        <source>1 row that {0} counts is missing from {1}: {2} measures it again, if its image is still there.</source>
        <translation>{0} が数えている 1 行が {1} にありません。画像がまだあれば {2} で測定し直します。</translation>
    </message>
    <message>
        <source>{0} rows that {1} counts are missing from {2}: {3} measures them again, if their images are still there.</source>
        <translation>{1} が数えている {0} 行が {2} にありません。画像がまだあれば {3} で測定し直します。</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} は失敗しました: {1}</translation>
    </message>
    <message>
        <source>The run was stopped: {0} of {1} results.</source>
        <translation>実行は停止されました: {1} 件中 {0} 件の結果。</translation>
    </message>
    <message>
        <source>Difference of {0} ({1}) to {2} ({3}): {4}.</source>
        <translation>{0} ({1}) と {2} ({3}) の差: {4}。</translation>
    </message>
    <message>
        <source>Reconstruction quality</source>
        <translation>再構成の品質</translation>
    </message>
    <message>
        <source>Colour fidelity</source>
        <translation>色の忠実度</translation>
    </message>
    <message>
        <source>Structural accuracy</source>
        <translation>構造の正確さ</translation>
    </message>
    <message>
        <source>Calibration stability</source>
        <translation>較正の安定性</translation>
    </message>
    <message>
        <source>The set is varied, and near to the real set.</source>
        <translation>この集合は多様で、本物の集合に近いです。</translation>
    </message>
    <message>
        <source>The set is near to the real set, and fairly varied.</source>
        <translation>この集合は本物の集合に近く、ある程度多様です。</translation>
    </message>
    <message>
        <source>The set is near to the real set, but little varied or unclear.</source>
        <translation>この集合は本物の集合に近いですが、多様性に乏しいか不明瞭です。</translation>
    </message>
    <message>
        <source>The set is varied, and at some distance from the real set.</source>
        <translation>この集合は多様で、本物の集合からやや離れています。</translation>
    </message>
    <message>
        <source>The set is fairly varied, and at some distance from the real set.</source>
        <translation>この集合はある程度多様で、本物の集合からやや離れています。</translation>
    </message>
    <message>
        <source>The set is little varied or unclear, and at some distance from the real set.</source>
        <translation>この集合は多様性に乏しいか不明瞭で、本物の集合からやや離れています。</translation>
    </message>
    <message>
        <source>The set is varied, but far from the real set.</source>
        <translation>この集合は多様ですが、本物の集合から遠いです。</translation>
    </message>
    <message>
        <source>The set is fairly varied, but far from the real set.</source>
        <translation>この集合はある程度多様ですが、本物の集合から遠いです。</translation>
    </message>
    <message>
        <source>The set is little varied or unclear, and far from the real set.</source>
        <translation>この集合は多様性に乏しいか不明瞭で、本物の集合から遠いです。</translation>
    </message>
    <message>
        <source>The set is near to the real set.</source>
        <translation>この集合は本物の集合に近いです。</translation>
    </message>
    <message>
        <source>The set is at some distance from the real set.</source>
        <translation>この集合は本物の集合からやや離れています。</translation>
    </message>
    <message>
        <source>The set is far from the real set.</source>
        <translation>この集合は本物の集合から遠いです。</translation>
    </message>
    <message>
        <source>That is a rule of thumb from courses on image generation: FID under 50 is good and above 100 poor, an inception score above 8 good and under 3 poor.</source>
        <translation>これは画像生成の講義での目安です：FID は 50 未満が良く 100 超が悪い、Inception Score は 8 超が良く 3 未満が悪い。</translation>
    </message>
    <message>
        <source>In the features of {0} the distance is {1} (n = {2}).</source>
        <translation>{0} の特徴量では距離は {1} です（n = {2}）。</translation>
    </message>
    <message>
        <source>{0} pictures span {1} of {2} directions of the features: few pictures make every distance larger, so compare it only with one over as many.</source>
        <translation>{0} 枚の画像は特徴量の {2} 方向のうち {1} にしか広がりません。枚数が少ないとどの距離も大きくなるため、同じ枚数のものとだけ比べてください。</translation>
    </message>
    <message>
        <source>Mode collapse: its pictures are realistic (precision {0}), but they cover little of the real set (coverage {1}).</source>
        <translation>モード崩壊：画像は本物らしい（適合率 {0}）ものの、本物の集合をほとんど覆っていません（被覆率 {1}）。</translation>
    </message>
    <message>
        <source>Memorised: only {0} of its pictures are farther from their nearest real picture than that is from its own nearest; between two halves of the real set it is {1}.</source>
        <translation>暗記：最も近い本物の画像との距離が、その画像とその最近傍との距離より大きいものは {0} だけです。本物の集合の半分どうしでは {1} です。</translation>
    </message>
    <message>
        <source>Memorised: its pictures lie nearer to the real ones than held-out real pictures do (z = {0}).</source>
        <translation>暗記：学習に使っていない本物の画像よりも本物の画像に近いです（z = {0}）。</translation>
    </message>
    <message>
        <source>None of these distances is an FID: that is by the Inception network alone, and no other may be called so.</source>
        <translation>これらの距離はどれも FID ではありません。FID は Inception ネットワークによるものだけで、ほかをそう呼ぶことはできません。</translation>
    </message>
    <message>
        <source>In the features of {0} the two sets are the same (n = {1}).</source>
        <translation>{0} の特徴量では二つの集合は同じです（n = {1}）。</translation>
    </message>
    <message>
        <source>In the features of {0} the distance of {1} is {2} times that of two halves of the real set, {3} (n = {4}).</source>
        <translation>{0} の特徴量では距離 {1} は、本物の集合の半分どうしの距離 {3} の {2} 倍です（n = {4}）。</translation>
    </message>
    <message>
        <source>In the features of {0} the reconstructions are {1} from the originals, and two halves of the originals {2} from each other (n = {3}).</source>
        <translation>{0} の特徴量では再構成は元画像から {1}、元画像の半分どうしは互いに {2} 離れています（n = {3}）。</translation>
    </message>
    <message>
        <source>In the features of {0} the distance of {1} is not above that of two halves of the real set, {2}: at this number of pictures it does not tell the two sets apart (n = {3}).</source>
        <translation>{0} の特徴量では距離 {1} は本物の集合の半分どうしの距離 {2} を超えません。この枚数では二つの集合を区別できません（n = {3}）。</translation>
    </message>
    <message>
        <source>it finished {0} of the {1} images that others finished</source>
        <translation>他の VAE が完了した {1} 枚のうち {0} 枚を完了</translation>
    </message>
    <message>
        <source>it finished no image that counts</source>
        <translation>数えられる画像を 1 枚も完了していない</translation>
    </message>
    <message>
        <source>make room</source>
        <translation>空き容量を作る</translation>
    </message>
    <message>
        <source>raise the limit on the size of files (ulimit -f)</source>
        <translation>ファイルサイズの上限を上げる（ulimit -f）</translation>
    </message>
    <message>
        <source>make it writable</source>
        <translation>書き込み可能にする</translation>
    </message>
    <message>
        <source>{0}; what was measured so far ({1}) could not be saved elsewhere: {2}</source>
        <translation>{0}。ここまでの測定結果（{1}）は別の場所にも保存できませんでした: {2}</translation>
    </message>
    <message>
        <source>{0}; what was measured so far ({1}) is in '{2}': continue there with {3}</source>
        <translation>{0}。ここまでの測定結果（{1}）は '{2}' にあります。{3} でそこから続けられます</translation>
    </message>
    <message>
        <source>'{0}' already holds a run: continue it with {1} and equal settings, or choose another output folder</source>
        <translation>'{0}' には既に実行結果があります: {1} で同じ設定のまま続けるか、別の出力フォルダーを選んでください</translation>
    </message>
    <message>
        <source>'{0}' can no longer be written: {1}; what was measured before is on disk, {2} and continue with {3}</source>
        <translation>'{0}' に書き込めなくなりました: {1}。それまでの測定結果はディスクにあります。対処（{2}）をしてから {3} で続けてください</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; {2} and continue with {3}</source>
        <translation>'{0}' に書き込めません: {1}。対処（{2}）をしてから {3} で続けてください</translation>
    </message>
    <message>
        <source>The floor is the same number between two halves of the real set. Each half has half as many pictures, which alone makes a Fréchet distance up to twice as large, so a set as good as real ones lies between half of its floor and its floor.</source>
        <translation>下限は、本物の集合を二つに分けた半分どうしの同じ値です。半分の枚数というだけでフレシェ距離は最大で二倍になるため、本物と同じくらい良い集合は下限の半分から下限までの間になります。</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; the rows measured so far are in {2}, {3} and continue with {4}</source>
        <translation>'{0}' に書き込めません: {1}。ここまでに測定した行は {2} にあります。対処（{3}）をしてから {4} で続けてください</translation>
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
        <translation>画像 1 枚</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>画像 {0} 枚</translation>
    </message>
    <message>
        <source>1 VAE</source>
        <translation>VAE 1 個</translation>
    </message>
    <message>
        <source>{0} VAEs</source>
        <translation>VAE {0} 個</translation>
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
        <translation>{0} と {1}</translation>
    </message>
    <message>
        <source>it is what a network says of the pictures, of which there is no second one with the same weights</source>
        <translation>ネットワークが画像について答える値で、同じ重みを持つ別の実装がありません</translation>
    </message>
    <message>
        <source>it needs the VAE itself, not only what it made of the picture</source>
        <translation>VAE の出力画像だけでなく VAE 自体が必要です</translation>
    </message>
    <message>
        <source>it is of the latent, which no picture shows</source>
        <translation>潜在表現の値で、画像には現れません</translation>
    </message>
    <message>
        <source>it is of the decoder's output before that was rounded to 8 bits</source>
        <translation>8 ビットに丸める前のデコーダー出力の値です</translation>
    </message>
    <message>
        <source>it is a time</source>
        <translation>時間です</translation>
    </message>
    <message>
        <source>it depends on where the tiles lay, which no picture shows</source>
        <translation>タイルの位置に依存し、画像には現れません</translation>
    </message>
    <message>
        <source>its pictures were not saved</source>
        <translation>画像が保存されていません</translation>
    </message>
    <message>
        <source>it names no pictures, although the run saved all</source>
        <translation>実行はすべての画像を保存したのに、この行には画像の名前がありません</translation>
    </message>
    <message>
        <source>its pictures are missing</source>
        <translation>画像がありません</translation>
    </message>
    <message>
        <source>it did not come back</source>
        <translation>戻ってきませんでした</translation>
    </message>
    <message>
        <source>{0} is not installed: install it with {1}</source>
        <translation>{0} がインストールされていません。{1} でインストールしてください</translation>
    </message>
    <message>
        <source>it cannot be read: {0}</source>
        <translation>読み込めません: {0}</translation>
    </message>
    <message>
        <source>its two pictures differ in size</source>
        <translation>2 枚の画像の大きさが異なります</translation>
    </message>
    <message>
        <source>its picture is not the one that its row was measured on</source>
        <translation>この行の測定に使われた画像ではありません</translation>
    </message>
    <message>
        <source>it is of the latents, which are in no picture and in no row</source>
        <translation>潜在表現の値で、画像にも行にもありません</translation>
    </message>
    <message>
        <source>which file a VAE was, its precision and the machine are in no picture</source>
        <translation>どのVAEファイルか、その精度、どの機械かは画像には含まれていない</translation>
    </message>
    <message>
        <source>it is a time; the means of the times are among the columns</source>
        <translation>時間です。時間の平均は列に含まれています</translation>
    </message>
    <message>
        <source>its distances are of the features of networks, which are in no picture</source>
        <translation>距離はネットワークの特徴に基づくもので、画像には含まれていない</translation>
    </message>
    <message>
        <source>they are measured beside the images of the run</source>
        <translation>実行の画像とは別に測定される</translation>
    </message>
    <message>
        <source>the run has not ended, so its summary is behind its rows: continue it to its end</source>
        <translation>実行が終わっていないため、概要が行より古くなっています。最後まで続けてください</translation>
    </message>
    <message>
        <source>it is no whole row</source>
        <translation>完全な行ではありません</translation>
    </message>
    <message>
        <source>they are no whole rows</source>
        <translation>完全な行ではありません</translation>
    </message>
    <message>
        <source>Not verified: {0}</source>
        <translation>検証できません: {0}</translation>
    </message>
    <message>
        <source>Not recomputed: {0} and {1} more: {2}</source>
        <translation>再計算していないもの: {0}、ほか {1} 件: {2}</translation>
    </message>
    <message>
        <source>Verified: {0} of {1} recomputed from their pictures, and every number agrees</source>
        <translation>検証済み: {1}のうち {0} を画像から再計算し、すべての数値が一致しました</translation>
    </message>
    <message>
        <source>Not recomputed: {0}: {1}</source>
        <translation>再計算していないもの: {0}: {1}</translation>
    </message>
    <message>
        <source>{0}; {1} failed when they were measured</source>
        <translation>{0}。測定時に {1} 件が失敗しています</translation>
    </message>
    <message>
        <source>{0}; {1} could not be recomputed</source>
        <translation>{0}。{1} 件は再計算できませんでした</translation>
    </message>
    <message>
        <source>numbers do not agree in {0}</source>
        <translation>{0} の数値が一致しません</translation>
    </message>
    <message>
        <source>{0} cannot be read as it was measured ({1})</source>
        <translation>{0} は測定時のとおりに読み込めません（{1}）</translation>
    </message>
    <message>
        <source>no row has saved pictures: measure again with Save images set to all</source>
        <translation>画像が保存された行がありません。「画像の保存」を all にして測定し直してください</translation>
    </message>
    <message>
        <source>{0} more like it</source>
        <translation>ほか {0} 件</translation>
    </message>
    <message>
        <source>“Resume”</source>
        <translation>「再開」</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Loading PyTorch</source>
        <translation>PyTorch を読み込み中</translation>
    </message>
    <message>
        <source>Test charts</source>
        <translation>テストチャート</translation>
    </message>
    <message>
        <source>Choosing the batch size</source>
        <translation>バッチサイズを選択中</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き込み中</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>比較中</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>一覧の作成中</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特徴量</translation>
    </message>
    <message>
        <source>Looking for copies</source>
        <translation>写しを探しています</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Loading the metrics</source>
        <translation>指標を読み込み中</translation>
    </message>
    <message>
        <source>Checking the images that were measured</source>
        <translation>測定済みの画像を確認しています</translation>
    </message>
    <message>
        <source>encode, decode</source>
        <translation>エンコード、デコード</translation>
    </message>
</context>
<context>
    <name>terms</name>
    <message>
        <source>λ1: perceptual distance</source>
        <translation>λ1: 知覚距離</translation>
    </message>
    <message>
        <source>λ2: sharpness</source>
        <translation>λ2: 鮮鋭さ</translation>
    </message>
    <message>
        <source>λ3: colour diversity</source>
        <translation>λ3: 色の多様性</translation>
    </message>
    <message>
        <source>λ4: colour drift of the marker</source>
        <translation>λ4: マーカーの色ずれ</translation>
    </message>
    <message>
        <source>λ5: brightness bias of the marker</source>
        <translation>λ5: マーカーの明るさの偏り</translation>
    </message>
    <message>
        <source>λ6: contrast of the marker</source>
        <translation>λ6: マーカーのコントラスト</translation>
    </message>
</context>
</TS>
