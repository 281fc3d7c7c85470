<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
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
    <name>Comparing</name>
    <message>
        <source>Run to compare with</source>
        <translation>比較する実行</translation>
    </message>
    <message>
        <source>These runs were not measured alike, so their numbers are not comparable: {0}.</source>
        <translation>測定条件が異なるため、数値を比較できません: {0}。</translation>
    </message>
    <message>
        <source>Compare anyway</source>
        <translation>それでも比較</translation>
    </message>
    <message>
        <source>The comparison cannot be written: {0}</source>
        <translation>比較結果を書き込めません: {0}</translation>
    </message>
    <message>
        <source>Compared: {0}</source>
        <translation>比較しました: {0}</translation>
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
        <source>Every image&apos;s value, by VAE, with mean and 95 % interval</source>
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
        <translation>大きい記号は平均、太い線は 95 % 区間</translation>
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
        <source>{0} by VAE, {1} images</source>
        <translation>VAE ごとの {0}、画像 {1} 枚</translation>
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
    <name>Field</name>
    <message>
        <source>number</source>
        <translation>数値</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>{0} was not taken: {1}</source>
        <translation>{0} は受け付けませんでした: {1}</translation>
    </message>
    <message>
        <source>{0} was not taken: {1}.</source>
        <translation>{0} は受け付けませんでした: {1}。</translation>
    </message>
    <message>
        <source>A run is going on: stop it first, then drop again.</source>
        <translation>実行中です。停止してから、もう一度ドロップしてください。</translation>
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
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Run again with {0} in {1}</source>
        <translation>{0} を {1} で再実行</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>ログを表示</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} は失敗しました: {1}</translation>
    </message>
    <message>
        <source>This run ended early: {0} rows are here.</source>
        <translation>この実行は途中で終わりました。{0} 行があります。</translation>
    </message>
    <message>
        <source>This run cannot be continued: {0}</source>
        <translation>この実行は続行できません: {0}</translation>
    </message>
    <message>
        <source>{0} of {1} images</source>
        <translation>画像 {1} 枚中 {0} 枚</translation>
    </message>
    <message>
        <source>With these weights {0} has the lowest J.</source>
        <translation>この重みでは {0} の J が最小です。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
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
</context>
<context>
    <name>ImagesCard</name>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>フォルダー…</translation>
    </message>
    <message>
        <source>Choose a folder of images (Ctrl+O)</source>
        <translation>画像フォルダーを選択 (Ctrl+O)</translation>
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
        <source>Remove (Ctrl+Z brings it back)</source>
        <translation>削除 (Ctrl+Z で元に戻す)</translation>
    </message>
</context>
<context>
    <name>ImagesTab</name>
    <message>
        <source>Search, or filter: lpips &gt; 0.05 and vae == &quot;mini&quot;</source>
        <translation>検索またはフィルター: lpips &gt; 0.05 and vae == &quot;mini&quot;</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>行をフィルター</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>列を選択</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
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
        <source>Disagree</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Images that rank the VAEs differently than the means do</source>
        <translation>平均とは異なる順位になる画像</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>悪い順</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>良い順</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{1} 行中 {0} 行</translation>
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
    <name>MainWindow</name>
    <message>
        <source>Results</source>
        <translation>結果</translation>
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
        <source>Gain (E, Shift+E)</source>
        <translation>ゲイン (E, Shift+E)</translation>
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
        <source>Spectra of both</source>
        <translation>両方のスペクトル</translation>
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
        <source>no marker in this picture</source>
        <translation>この画像にマーカーはありません</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>期待値</translation>
    </message>
    <message>
        <source>read</source>
        <translation>測定値</translation>
    </message>
</context>
<context>
    <name>Menus</name>
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
        <source>Copy table as Markdown</source>
        <translation>表を Markdown でコピー</translation>
    </message>
    <message>
        <source>Copy table as TSV</source>
        <translation>表を TSV でコピー</translation>
    </message>
    <message>
        <source>Copy table as BBCode</source>
        <translation>表を BBCode でコピー</translation>
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
        <source>Try the demo</source>
        <translation>デモを試す</translation>
    </message>
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
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>The language changes when VAELab starts again.</source>
        <translation>VAELab を再起動すると言語が変わります。</translation>
    </message>
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
        <source>About VAELab</source>
        <translation>VAELab について</translation>
    </message>
    <message>
        <source>VAELab {0}: what an image VAE does to your own pictures. Everything stays on this computer.</source>
        <translation>VAELab {0}: 画像 VAE があなたの画像をどう変えるかを測ります。すべてこのコンピューター内で完結します。</translation>
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
        <source>marker {0}</source>
        <translation>マーカー {0}</translation>
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
        <source>{5}: {0} lower on {1} of {2} images, {3} on {4}</source>
        <translation>{5}: {2} 枚中 {0} が {1} 枚、{3} が {4} 枚で低い</translation>
    </message>
    <message>
        <source>{5}: {0} better on {1} of {2} images, {3} on {4}</source>
        <translation>{5}: {2} 枚中 {0} が {1} 枚、{3} が {4} 枚で優位</translation>
    </message>
    <message>
        <source>, equal on {0}</source>
        <translation>、{0} 枚で同等</translation>
    </message>
    <message>
        <source>mean difference {0}, 95 % interval {1} to {2}</source>
        <translation>平均差 {0}、95 % 区間 {1} ～ {2}</translation>
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
    <name>PictureSaving</name>
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
        <source>&apos;{0}&apos; cannot be written: choose another place.</source>
        <translation>&apos;{0}&apos; に書き込めません。別の場所を選んでください。</translation>
    </message>
</context>
<context>
    <name>PlotsTab</name>
    <message>
        <source>Plots appear with the first row.</source>
        <translation>最初の行が届くとグラフが表示されます。</translation>
    </message>
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
    <name>RowsModel</name>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>⚠ failed</source>
        <translation>⚠ 失敗</translation>
    </message>
    <message>
        <source>⚑ flagged</source>
        <translation>⚑ フラグ</translation>
    </message>
    <message>
        <source>ⓘ note</source>
        <translation>ⓘ 注記</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>値なし</translation>
    </message>
</context>
<context>
    <name>RunStrip</name>
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
        <source>{0} rows without finite values are left out</source>
        <translation>有限でない {0} 行を除外</translation>
    </message>
    <message>
        <source>a sample of {0} is drawn, and all extremes</source>
        <translation>{0} 個の標本と極値をすべて描画</translation>
    </message>
    <message>
        <source>{0} over {1}, {2} rows</source>
        <translation>{1} に対する {0}、{2} 行</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Run into {0}</source>
        <translation>実行先 {0}</translation>
    </message>
    <message>
        <source>Left out {0}: {1}</source>
        <translation>除外 {0}: {1}</translation>
    </message>
    <message>
        <source>{0} rows of an earlier start are kept</source>
        <translation>以前の {0} 行を保持します</translation>
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
        <source>Run (F5 or Ctrl+Enter)</source>
        <translation>実行 (F5 または Ctrl+Enter)</translation>
    </message>
    <message>
        <source>{0} images × {1} VAEs = {2} rows</source>
        <translation>画像 {0} 枚 × VAE {1} 個 = {2} 行</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
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
        <source>{0} rows</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source>Report (*.html)</source>
        <translation>レポート (*.html)</translation>
    </message>
    <message>
        <source>Summary as Markdown (*.md)</source>
        <translation>概要 Markdown (*.md)</translation>
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
        <source>All rows as CSV (*.rows.csv)</source>
        <translation>全行 CSV (*.rows.csv)</translation>
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
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
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
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Space (hold)</source>
        <translation>Space (押し続ける)</translation>
    </message>
    <message>
        <source>Original in place</source>
        <translation>同じ位置に元画像</translation>
    </message>
    <message>
        <source>Side by side, swipe, blink, difference, map, all VAEs</source>
        <translation>並べる、スワイプ、点滅、差分、マップ、全 VAE</translation>
    </message>
    <message>
        <source>Next, previous line</source>
        <translation>次、前の行</translation>
    </message>
    <message>
        <source>Previous, next VAE of the same image</source>
        <translation>同じ画像の前、次の VAE</translation>
    </message>
    <message>
        <source>Worst, next worst; back</source>
        <translation>最悪、次に悪いもの; 戻る</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右を入れ替え</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>合わせ方</translation>
    </message>
    <message>
        <source>Wheel, +, −</source>
        <translation>ホイール、+、−</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>Drag, arrows</source>
        <translation>ドラッグ、矢印キー</translation>
    </message>
    <message>
        <source>Pan; in swipe, left and right move the line</source>
        <translation>移動。スワイプでは左右で線を動かす</translation>
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
    <message>
        <source>More, less gain</source>
        <translation>ゲインを上げる、下げる</translation>
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
        <source>Flag the image</source>
        <translation>画像にフラグを付ける</translation>
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
    <message>
        <source>Recent runs</source>
        <translation>最近の実行</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>再開…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>SummaryModel</name>
    <message>
        <source>{0} failed</source>
        <translation>{0} 件失敗</translation>
    </message>
    <message>
        <source>, best</source>
        <translation>、最良</translation>
    </message>
    <message>
        <source>, second best</source>
        <translation>、2 番目</translation>
    </message>
    <message>
        <source>images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Images that this VAE&apos;s means are made of.</source>
        <translation>この VAE の平均に使われた画像の数。</translation>
    </message>
    <message>
        <source>95 % interval of the mean: {0:.4g} to {1:.4g}</source>
        <translation>平均の 95 % 区間: {0:.4g} ～ {1:.4g}</translation>
    </message>
    <message>
        <source>over {0} images</source>
        <translation>画像 {0} 枚</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse, ≈ not distinguishable from {0}</source>
        <translation>{0} と比べて ▲ 良い、▼ 悪い、≈ 区別できない</translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message>
        <source>Difference to</source>
        <translation>差分の基準</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>良い順</translation>
    </message>
    <message>
        <source>● best   ○ second best   ± 95 % interval of the mean</source>
        <translation>● 最良   ○ 2 番目   ± 平均の 95 % 区間</translation>
    </message>
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
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse, ≈ a tie</source>
        <translation>▲ 良い、▼ 悪い、≈ 同等</translation>
    </message>
    <message>
        <source>± 95 % interval of the mean</source>
        <translation>± 平均の 95 % 区間</translation>
    </message>
    <message>
        <source>● best   ○ second best   {0}</source>
        <translation>● 最良   ○ 2 番目   {0}</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>悪い順</translation>
    </message>
</context>
<context>
    <name>ThumbStrip</name>
    <message>
        <source>The first of {0} images, as they will be measured</source>
        <translation>画像 {0} 枚の先頭（測定される状態）</translation>
    </message>
    <message>
        <source>Your images, as they will be measured</source>
        <translation>あなたの画像（測定される状態）</translation>
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
    <name>VAERow</name>
    <message>
        <source>Use {0}</source>
        <translation>{0} を使う</translation>
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
        <source>What to do with {0}</source>
        <translation>{0} の操作</translation>
    </message>
    <message>
        <source>reading the header …</source>
        <translation>ヘッダーを読み込み中 …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Compare others with it</source>
        <translation>比較の基準にする</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>as in the options</source>
        <translation>オプションに従う</translation>
    </message>
    <message>
        <source>Add once more in</source>
        <translation>別の精度で追加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Name in tables:</source>
        <translation>表での名前:</translation>
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
        <source>Built in</source>
        <translation>内蔵</translation>
    </message>
    <message>
        <source>Add VAE</source>
        <translation>VAE を追加</translation>
    </message>
    <message>
        <source>A file, a folder, or a built-in (Ctrl+Shift+O)</source>
        <translation>ファイル、フォルダー、または内蔵 (Ctrl+Shift+O)</translation>
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
        <source>Side by side (1)</source>
        <translation>並べて表示 (1)</translation>
    </message>
    <message>
        <source>Swipe: drag the line (2)</source>
        <translation>スワイプ: 線をドラッグ (2)</translation>
    </message>
    <message>
        <source>Blink: both in one place, in turn (3)</source>
        <translation>点滅: 同じ位置で交互に (3)</translation>
    </message>
    <message>
        <source>Difference (4)</source>
        <translation>差分 (4)</translation>
    </message>
    <message>
        <source>Map of the error (5)</source>
        <translation>誤差マップ (5)</translation>
    </message>
    <message>
        <source>All VAEs at once (6)</source>
        <translation>すべての VAE を一度に (6)</translation>
    </message>
    <message>
        <source>Hold to see the original in place (Space)</source>
        <translation>押している間、同じ位置に元画像 (Space)</translation>
    </message>
    <message>
        <source>Swap sides (S)</source>
        <translation>左右を入れ替え (S)</translation>
    </message>
    <message>
        <source>Histograms (H)</source>
        <translation>ヒストグラム (H)</translation>
    </message>
    <message>
        <source>Marker: expected and read (M)</source>
        <translation>マーカー: 期待値と測定値 (M)</translation>
    </message>
    <message>
        <source>Fit (F)</source>
        <translation>全体表示 (F)</translation>
    </message>
    <message>
        <source>100 %: one image pixel per screen pixel (Ctrl+0)</source>
        <translation>100 %: 画面 1 ピクセルに画像 1 ピクセル (Ctrl+0)</translation>
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
    <message>
        <source>mean {0:.3g}</source>
        <translation>平均 {0:.3g}</translation>
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
        <source>Unit: {0}. </source>
        <translation>単位: {0}。</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>合わせ方</translation>
    </message>
    <message>
        <source>Enlarge small images</source>
        <translation>小さい画像を拡大</translation>
    </message>
    <message>
        <source>Subfolders</source>
        <translation>サブフォルダー</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>枚数制限</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>背景色</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>マーカー</translation>
    </message>
    <message>
        <source>Marker preset</source>
        <translation>マーカーの種類</translation>
    </message>
    <message>
        <source>Patch side</source>
        <translation>パッチの一辺</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>角</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>Tiling</source>
        <translation>タイル処理</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜在表現</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Save images</source>
        <translation>画像の保存</translation>
    </message>
</context>
</TS>
