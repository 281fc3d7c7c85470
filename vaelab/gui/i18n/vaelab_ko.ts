<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Folder of images</source>
        <translation>이미지 폴더</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Images ({0})</source>
        <translation>이미지 ({0})</translation>
    </message>
    <message>
        <source>VAE files</source>
        <translation>VAE 파일</translation>
    </message>
    <message>
        <source>VAE weights ({0})</source>
        <translation>VAE 가중치 ({0})</translation>
    </message>
    <message>
        <source>Folder of VAEs</source>
        <translation>VAE 폴더</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>실행 폴더</translation>
    </message>
    <message>
        <source>Left out {0}: {1}</source>
        <translation>제외됨 {0}: {1}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>무엇을 할까요?</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>명령 검색</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>찾은 명령</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Run to compare with</source>
        <translation>비교할 실행</translation>
    </message>
    <message>
        <source>These runs were not measured alike, so their numbers are not comparable: {0}.</source>
        <translation>두 실행은 측정 조건이 달라 수치를 비교할 수 없습니다: {0}.</translation>
    </message>
    <message>
        <source>Compare anyway</source>
        <translation>그래도 비교</translation>
    </message>
    <message>
        <source>The comparison cannot be written: {0}</source>
        <translation>비교 결과를 저장할 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>Compared: {0}</source>
        <translation>비교 완료: {0}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Kind of plot</source>
        <translation>그래프 종류</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Metric of the vertical axis</source>
        <translation>세로축 지표</translation>
    </message>
    <message>
        <source>First VAE of the difference</source>
        <translation>차이의 첫 번째 VAE</translation>
    </message>
    <message>
        <source>Second VAE of the difference</source>
        <translation>차이의 두 번째 VAE</translation>
    </message>
    <message>
        <source>Select rows: drag a loop around them (or hold Shift and drag)</source>
        <translation>행 선택: 둘레를 끌어서 감싸기 (또는 Shift 누르고 끌기)</translation>
    </message>
    <message>
        <source>Show everything again (F, or double-click)</source>
        <translation>전체 다시 보기 (F 또는 두 번 클릭)</translation>
    </message>
    <message>
        <source>Save or copy this plot</source>
        <translation>이 그래프 저장 또는 복사</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>Every image&apos;s value, by VAE, with mean and 95 % interval</source>
        <translation>VAE별 각 이미지의 값, 평균과 95 % 구간</translation>
    </message>
    <message>
        <source>Paired difference</source>
        <translation>쌍별 차이</translation>
    </message>
    <message>
        <source>Two VAEs on the same images: who is better, how often, by how much</source>
        <translation>같은 이미지에서 두 VAE: 어느 쪽이, 얼마나 자주, 얼마나 나은지</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>산점도</translation>
    </message>
    <message>
        <source>One metric against another</source>
        <translation>두 지표 비교</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>스펙트럼</translation>
    </message>
    <message>
        <source>Power by frequency of the selected image and its reconstructions</source>
        <translation>선택한 이미지와 복원들의 주파수별 세기</translation>
    </message>
    <message>
        <source>Marker drift</source>
        <translation>마커 치우침</translation>
    </message>
    <message>
        <source>Drift of red, green, blue, brightness and contrast, by VAE</source>
        <translation>VAE별 빨강, 초록, 파랑, 밝기, 대비의 치우침</translation>
    </message>
    <message>
        <source>Running mean</source>
        <translation>누적 평균</translation>
    </message>
    <message>
        <source>How the means settle while rows arrive</source>
        <translation>행이 늘면서 평균이 안정되는 모습</translation>
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
        <translation>PNG 또는 SVG로 저장…</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>그림으로 복사</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>∞ on all {0}</source>
        <translation>{0}개 모두 ∞</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>{0}, ∞ on {1}</source>
        <translation>{0}, {1}개에서 ∞</translation>
    </message>
    <message>
        <source>a sign is one image, the box the middle half, the thin line the 5th to the 95th percentile</source>
        <translation>기호 하나는 이미지 하나, 상자는 가운데 절반, 가는 선은 5~95 백분위</translation>
    </message>
    <message>
        <source>the large sign is the mean, the thick line its 95 % interval</source>
        <translation>큰 기호는 평균, 굵은 선은 95 % 구간</translation>
    </message>
    <message>
        <source>{0} of {1} values are drawn</source>
        <translation>{1}개 값 중 {0}개 표시</translation>
    </message>
    <message>
        <source>ideal {0}</source>
        <translation>이상값 {0}</translation>
    </message>
    <message>
        <source>{0} by VAE, {1} images</source>
        <translation>VAE별 {0}, 이미지 {1}개</translation>
    </message>
    <message>
        <source>{0} is infinite on every image: nothing can be drawn.</source>
        <translation>모든 이미지에서 {0}이(가) 무한대라 그릴 수 없습니다.</translation>
    </message>
    <message>
        <source>No image has a value of {0} in this run.</source>
        <translation>이 실행에는 {0} 값이 있는 이미지가 없습니다.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>number</source>
        <translation>숫자</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>{0} was not taken: {1}</source>
        <translation>{0} 항목을 받지 않았습니다: {1}</translation>
    </message>
    <message>
        <source>{0} was not taken: {1}.</source>
        <translation>{0} 항목을 받지 않았습니다: {1}.</translation>
    </message>
    <message>
        <source>A run is going on: stop it first, then drop again.</source>
        <translation>실행 중입니다. 먼저 중지한 뒤 다시 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>보고서 열기</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>표 복사</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Run again with {0} in {1}</source>
        <translation>{0}을(를) {1}(으)로 다시 실행</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>기록 보기</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 실패: {1}</translation>
    </message>
    <message>
        <source>This run ended early: {0} rows are here.</source>
        <translation>이 실행은 도중에 끝났습니다. {0}개 행이 있습니다.</translation>
    </message>
    <message>
        <source>This run cannot be continued: {0}</source>
        <translation>이 실행을 계속할 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>{0} of {1} images</source>
        <translation>이미지 {1}개 중 {0}개</translation>
    </message>
    <message>
        <source>With these weights {0} has the lowest J.</source>
        <translation>이 가중치에서는 {0}의 J가 가장 낮습니다.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histograms of luma</source>
        <translation>휘도 히스토그램</translation>
    </message>
    <message>
        <source>Luma from 0 to 255. Area: original. Line: reconstruction.</source>
        <translation>휘도 0~255. 면: 원본, 선: 복원.</translation>
    </message>
</context>
<context>
    <name>ImagesCard</name>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Choose a folder of images (Ctrl+O)</source>
        <translation>이미지 폴더 선택 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>Choose single images</source>
        <translation>개별 이미지 선택</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>찾는 중 …</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>이미지 {0}개</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>이미지 1개</translation>
    </message>
    <message>
        <source>{0} left out: why?</source>
        <translation>{0}개 제외됨: 이유</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} 제거</translation>
    </message>
    <message>
        <source>Remove (Ctrl+Z brings it back)</source>
        <translation>제거 (Ctrl+Z로 되돌리기)</translation>
    </message>
</context>
<context>
    <name>ImagesTab</name>
    <message>
        <source>Search, or filter: lpips &gt; 0.05 and vae == &quot;mini&quot;</source>
        <translation>검색 또는 필터: lpips &gt; 0.05 and vae == &quot;mini&quot;</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>행 필터</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>열 선택</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Worst 10</source>
        <translation>최악 10</translation>
    </message>
    <message>
        <source>The ten worst rows by the sorted metric, else by J</source>
        <translation>정렬된 지표(없으면 J) 기준 최악의 10개 행</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Rows without a result</source>
        <translation>결과가 없는 행</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>표시됨</translation>
    </message>
    <message>
        <source>Images you flagged with X</source>
        <translation>X 키로 표시한 이미지</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>불일치</translation>
    </message>
    <message>
        <source>Images that rank the VAEs differently than the means do</source>
        <translation>평균과 다른 순위를 내는 이미지</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>나쁜 순</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>좋은 순</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0}개 행</translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{1}개 중 {0}개 행</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Log</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Show lines with …</source>
        <translation>포함된 줄만 보기 …</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>기록 필터</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>모두 복사</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>A run is going on.</source>
        <translation>실행 중입니다.</translation>
    </message>
    <message>
        <source>What is done is on disk. If you stop now, you can resume the run later.</source>
        <translation>완료된 결과는 저장되었습니다. 지금 중지해도 나중에 이어서 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>계속 실행</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>중지하고 닫기</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>중지하는 중 …</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>What is shown</source>
        <translation>표시 내용</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Gain (E, Shift+E)</source>
        <translation>배율 (E, Shift+E)</translation>
    </message>
    <message>
        <source>Signed difference</source>
        <translation>부호 있는 차이</translation>
    </message>
    <message>
        <source>Absolute difference</source>
        <translation>절대 차이</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>절대 오차</translation>
    </message>
    <message>
        <source>Colour difference ΔE 2000</source>
        <translation>색차 ΔE 2000</translation>
    </message>
    <message>
        <source>Structure: 1 − SSIM</source>
        <translation>구조: 1 − SSIM</translation>
    </message>
    <message>
        <source>Spectra of both</source>
        <translation>두 이미지의 스펙트럼</translation>
    </message>
</context>
<context>
    <name>MarkerDrift</name>
    <message>
        <source>This run was measured without a marker: there is no drift to show.</source>
        <translation>마커 없이 측정된 실행이라 치우침을 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>difference from the ideal, of full scale 1</source>
        <translation>이상값과의 차이 (전체 범위 1)</translation>
    </message>
    <message>
        <source>0 is perfect</source>
        <translation>0이 완벽함</translation>
    </message>
    <message>
        <source>above 0 a patch came back brighter, or contrast was gained</source>
        <translation>0보다 크면 패치가 더 밝아졌거나 대비가 커진 것</translation>
    </message>
    <message>
        <source>thick: 95 % interval of the mean</source>
        <translation>굵은 선: 평균의 95 % 구간</translation>
    </message>
    <message>
        <source>thin: 5th to 95th percentile of the images</source>
        <translation>가는 선: 이미지의 5~95 백분위</translation>
    </message>
    <message>
        <source>Drift of the marker</source>
        <translation>마커의 치우침</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>이상값</translation>
    </message>
</context>
<context>
    <name>MarkerLens</name>
    <message>
        <source>Marker: expected and read</source>
        <translation>마커: 기준값과 측정값</translation>
    </message>
    <message>
        <source>no marker in this picture</source>
        <translation>이 이미지에는 마커가 없습니다</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>read</source>
        <translation>측정값</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>Add folder of images…</source>
        <translation>이미지 폴더 추가…</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>이미지 추가…</translation>
    </message>
    <message>
        <source>Add VAE files…</source>
        <translation>VAE 파일 추가…</translation>
    </message>
    <message>
        <source>Add folder of VAEs…</source>
        <translation>VAE 폴더 추가…</translation>
    </message>
    <message>
        <source>Paste paths</source>
        <translation>경로 붙여넣기</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 열기…</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>시작 화면</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>보고서 열기</translation>
    </message>
    <message>
        <source>Compare with another run…</source>
        <translation>다른 실행과 비교…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Save view as PNG…</source>
        <translation>화면을 PNG로 저장…</translation>
    </message>
    <message>
        <source>Save original as PNG…</source>
        <translation>원본을 PNG로 저장…</translation>
    </message>
    <message>
        <source>Save reconstruction as PNG…</source>
        <translation>복원을 PNG로 저장…</translation>
    </message>
    <message>
        <source>Show run folder</source>
        <translation>실행 폴더 보기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Copy rows as Markdown</source>
        <translation>행을 Markdown으로 복사</translation>
    </message>
    <message>
        <source>Copy table as Markdown</source>
        <translation>표를 Markdown으로 복사</translation>
    </message>
    <message>
        <source>Copy table as TSV</source>
        <translation>표를 TSV로 복사</translation>
    </message>
    <message>
        <source>Copy table as BBCode</source>
        <translation>표를 BBCode로 복사</translation>
    </message>
    <message>
        <source>Copy picture pair to post</source>
        <translation>게시용 비교 이미지 복사</translation>
    </message>
    <message>
        <source>Copy run as command</source>
        <translation>실행을 명령으로 복사</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>이미지 필터</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>Run / Pause / Resume</source>
        <translation>실행 / 일시 정지 / 계속</translation>
    </message>
    <message>
        <source>Stop after this image</source>
        <translation>이 이미지 후 중지</translation>
    </message>
    <message>
        <source>Continue the run that is shown</source>
        <translation>표시된 실행 이어서 하기</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>데모 실행</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>설정 패널</translation>
    </message>
    <message>
        <source>Viewer alone</source>
        <translation>뷰어만 보기</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>다음 영역</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>이전 영역</translation>
    </message>
    <message>
        <source>Clear filter, leave viewer alone</source>
        <translation>필터 지우기, 뷰어 전체 화면 나가기</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>100 %로 확대</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>The language changes when VAELab starts again.</source>
        <translation>VAELab을 다시 시작하면 언어가 바뀝니다.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Search commands…</source>
        <translation>명령 검색…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>About VAELab</source>
        <translation>VAELab 정보</translation>
    </message>
    <message>
        <source>VAELab {0}: what an image VAE does to your own pictures. Everything stays on this computer.</source>
        <translation>VAELab {0}: 이미지 VAE가 내 그림에 무엇을 하는지 측정합니다. 모든 것은 이 컴퓨터에만 남습니다.</translation>
    </message>
</context>
<context>
    <name>OptionsCard</name>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Show all options</source>
        <translation>모든 옵션 보기</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Presets of options</source>
        <translation>옵션 프리셋</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Calibration marker</source>
        <translation>보정 마커</translation>
    </message>
    <message>
        <source>Device and precision</source>
        <translation>장치와 정밀도</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>own size</source>
        <translation>원래 크기</translation>
    </message>
    <message>
        <source>marker {0}</source>
        <translation>마커 {0}</translation>
    </message>
    <message>
        <source>no marker</source>
        <translation>마커 없음</translation>
    </message>
    <message>
        <source>pictures kept</source>
        <translation>이미지 보관</translation>
    </message>
    <message>
        <source>pictures not kept</source>
        <translation>이미지 보관 안 함</translation>
    </message>
    <message>
        <source>reconstructions kept</source>
        <translation>복원만 보관</translation>
    </message>
    <message>
        <source>first {0}</source>
        <translation>처음 {0}개</translation>
    </message>
</context>
<context>
    <name>PairedDifference</name>
    <message>
        <source>A difference needs two VAEs in the run.</source>
        <translation>차이를 보려면 VAE가 둘 있어야 합니다.</translation>
    </message>
    <message>
        <source>Choose two different VAEs to compare.</source>
        <translation>비교할 서로 다른 VAE 두 개를 고르세요.</translation>
    </message>
    <message>
        <source>{0} is infinite for one of the two on every image: nothing can be drawn.</source>
        <translation>모든 이미지에서 둘 중 하나의 {0}이(가) 무한대라 그릴 수 없습니다.</translation>
    </message>
    <message>
        <source>No image has {0} of both {1} and {2}.</source>
        <translation>{1}과 {2} 모두 {0} 값이 있는 이미지가 없습니다.</translation>
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
        <translation>이미지 (차이 순)</translation>
    </message>
    <message>
        <source>{5}: {0} lower on {1} of {2} images, {3} on {4}</source>
        <translation>{5}: {2}개 이미지 중 {0}이(가) {1}개, {3}이(가) {4}개에서 더 낮음</translation>
    </message>
    <message>
        <source>{5}: {0} better on {1} of {2} images, {3} on {4}</source>
        <translation>{5}: {2}개 이미지 중 {0}이(가) {1}개, {3}이(가) {4}개에서 우세</translation>
    </message>
    <message>
        <source>, equal on {0}</source>
        <translation>, {0}개에서 동일</translation>
    </message>
    <message>
        <source>mean difference {0}, 95 % interval {1} to {2}</source>
        <translation>평균 차이 {0}, 95 % 구간 {1} ~ {2}</translation>
    </message>
    <message>
        <source>what is compared is the distance to the ideal {0}</source>
        <translation>이상값 {0}까지의 거리를 비교합니다</translation>
    </message>
    <message>
        <source>{0} infinite differences cannot be drawn</source>
        <translation>무한대 차이 {0}개는 그릴 수 없습니다</translation>
    </message>
    <message>
        <source>{0} lower</source>
        <translation>{0} 더 낮음</translation>
    </message>
    <message>
        <source>{0} better</source>
        <translation>{0} 우세</translation>
    </message>
    <message>
        <source>mean and its 95 % interval</source>
        <translation>평균과 95 % 구간</translation>
    </message>
</context>
<context>
    <name>PictureSaving</name>
    <message>
        <source>Picture pair copied</source>
        <translation>비교 이미지를 복사했습니다</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>이미지 저장</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>저장됨: {0}</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; cannot be written: choose another place.</source>
        <translation>&apos;{0}&apos;에 쓸 수 없습니다. 다른 위치를 고르세요.</translation>
    </message>
</context>
<context>
    <name>PlotsTab</name>
    <message>
        <source>Plots appear with the first row.</source>
        <translation>첫 행과 함께 그래프가 나타납니다.</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>벡터 그림 (*.svg)</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>그래프 저장</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>저장됨: {0}</translation>
    </message>
    <message>
        <source>The plot is on the clipboard.</source>
        <translation>그래프를 클립보드에 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>PresetsMenu</name>
    <message>
        <source>Your own</source>
        <translation>내 프리셋</translation>
    </message>
    <message>
        <source>Save these options as…</source>
        <translation>현재 옵션 저장…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Standard: 512 px, robust marker</source>
        <translation>표준: 512 px, 견고한 마커</translation>
    </message>
    <message>
        <source>1024 px, robust marker</source>
        <translation>1024 px, 견고한 마커</translation>
    </message>
    <message>
        <source>Classic: 8 px marker of older tables</source>
        <translation>고전: 예전 표의 8 px 마커</translation>
    </message>
    <message>
        <source>Own size, no marker</source>
        <translation>원래 크기, 마커 없음</translation>
    </message>
    <message>
        <source>Save options</source>
        <translation>옵션 저장</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>프리셋 이름:</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>⚠ failed</source>
        <translation>⚠ 실패</translation>
    </message>
    <message>
        <source>⚑ flagged</source>
        <translation>⚑ 표시됨</translation>
    </message>
    <message>
        <source>ⓘ note</source>
        <translation>ⓘ 메모</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>값 없음</translation>
    </message>
</context>
<context>
    <name>RunStrip</name>
    <message>
        <source>Progress of the run</source>
        <translation>실행 진행률</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>시작하는 중 …</translation>
    </message>
    <message>
        <source>image {0}/{1} {2}</source>
        <translation>이미지 {0}/{1} {2}</translation>
    </message>
    <message>
        <source>VAE {0}/{1} {2}</source>
        <translation>VAE {0}/{1} {2}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>estimating the time left</source>
        <translation>남은 시간 계산 중</translation>
    </message>
    <message>
        <source>{0} rows/s  ·  {1} left</source>
        <translation>초당 {0}행  ·  {1} 남음</translation>
    </message>
</context>
<context>
    <name>RunningMean</name>
    <message>
        <source>{0} is infinite on every image: nothing can be drawn.</source>
        <translation>모든 이미지에서 {0}이(가) 무한대라 그릴 수 없습니다.</translation>
    </message>
    <message>
        <source>No image has a value of {0} in this run.</source>
        <translation>이 실행에는 {0} 값이 있는 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>mean {0}</source>
        <translation>평균 {0}</translation>
    </message>
    <message>
        <source>images finished</source>
        <translation>완료된 이미지</translation>
    </message>
    <message>
        <source>where the lines have become level, more images would change little</source>
        <translation>선이 평평해진 곳에서는 이미지를 늘려도 거의 변하지 않습니다</translation>
    </message>
    <message>
        <source>dashed: the ideal {0}</source>
        <translation>점선: 이상값 {0}</translation>
    </message>
    <message>
        <source>{0} infinite values are left out</source>
        <translation>무한대 값 {0}개 제외</translation>
    </message>
    <message>
        <source>Mean {0} as images are finished</source>
        <translation>이미지 완료에 따른 평균 {0}</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>No row has finite values of both {0} and {1}.</source>
        <translation>{0}과 {1} 모두 유한한 값인 행이 없습니다.</translation>
    </message>
    <message>
        <source>correlation {0}</source>
        <translation>상관 {0}</translation>
    </message>
    <message>
        <source>dashed: the ideal</source>
        <translation>점선: 이상값</translation>
    </message>
    <message>
        <source>{0} rows without finite values are left out</source>
        <translation>유한하지 않은 {0}개 행 제외</translation>
    </message>
    <message>
        <source>a sample of {0} is drawn, and all extremes</source>
        <translation>표본 {0}개와 극값을 모두 그립니다</translation>
    </message>
    <message>
        <source>{0} over {1}, {2} rows</source>
        <translation>{1} 대비 {0}, {2}개 행</translation>
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
        <translation>실행 위치 {0}</translation>
    </message>
    <message>
        <source>Left out {0}: {1}</source>
        <translation>제외됨 {0}: {1}</translation>
    </message>
    <message>
        <source>{0} rows of an earlier start are kept</source>
        <translation>이전 실행의 {0}개 행을 유지합니다</translation>
    </message>
    <message>
        <source>{0} is ready: {1}</source>
        <translation>{0} 준비됨: {1}</translation>
    </message>
    <message>
        <source>Opened {0}</source>
        <translation>{0} 열림</translation>
    </message>
</context>
<context>
    <name>SetupModel</name>
    <message>
        <source>add images</source>
        <translation>이미지 추가</translation>
    </message>
    <message>
        <source>remove images</source>
        <translation>이미지 제거</translation>
    </message>
    <message>
        <source>add VAE</source>
        <translation>VAE 추가</translation>
    </message>
    <message>
        <source>change VAE</source>
        <translation>VAE 변경</translation>
    </message>
    <message>
        <source>duplicate VAE</source>
        <translation>VAE 복제</translation>
    </message>
    <message>
        <source>remove VAE</source>
        <translation>VAE 제거</translation>
    </message>
    <message>
        <source>take over a run</source>
        <translation>실행 설정 가져오기</translation>
    </message>
    <message>
        <source>Add a folder of images and at least one VAE.</source>
        <translation>이미지 폴더와 VAE를 하나 이상 추가하세요.</translation>
    </message>
    <message>
        <source>Add a folder of images.</source>
        <translation>이미지 폴더를 추가하세요.</translation>
    </message>
    <message>
        <source>Tick at least one VAE.</source>
        <translation>VAE를 하나 이상 선택하세요.</translation>
    </message>
    <message>
        <source>Add at least one VAE.</source>
        <translation>VAE를 하나 이상 추가하세요.</translation>
    </message>
    <message>
        <source>Looking for images …</source>
        <translation>이미지를 찾는 중 …</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: untick or remove it.</source>
        <translation>{0}을(를) 불러올 수 없습니다. 선택을 해제하거나 제거하세요.</translation>
    </message>
</context>
<context>
    <name>SetupPanel</name>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>즉시 중지</translation>
    </message>
    <message>
        <source>Do not wait for the image in flight</source>
        <translation>처리 중인 이미지를 기다리지 않음</translation>
    </message>
    <message>
        <source>Stop after this image; what is done stays</source>
        <translation>이 이미지 후 중지합니다. 완료된 결과는 남습니다</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>{1}개 중 {0}개 완료</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>시작하는 중 …</translation>
    </message>
    <message>
        <source>stopping after this image …</source>
        <translation>이 이미지 후 중지합니다 …</translation>
    </message>
    <message>
        <source> · paused</source>
        <translation> · 일시 정지됨</translation>
    </message>
    <message>
        <source>Run (F5 or Ctrl+Enter)</source>
        <translation>실행 (F5 또는 Ctrl+Enter)</translation>
    </message>
    <message>
        <source>{0} images × {1} VAEs = {2} rows</source>
        <translation>이미지 {0}개 × VAE {1}개 = {2}행</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>{0} copied</source>
        <translation>{0} 복사됨</translation>
    </message>
    <message>
        <source>Table as {0}</source>
        <translation>{0} 표</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0}개 행</translation>
    </message>
    <message>
        <source>Report (*.html)</source>
        <translation>보고서 (*.html)</translation>
    </message>
    <message>
        <source>Summary as Markdown (*.md)</source>
        <translation>요약 Markdown (*.md)</translation>
    </message>
    <message>
        <source>Summary as CSV (*.csv)</source>
        <translation>요약 CSV (*.csv)</translation>
    </message>
    <message>
        <source>Summary as JSON (*.json)</source>
        <translation>요약 JSON (*.json)</translation>
    </message>
    <message>
        <source>All rows as CSV (*.rows.csv)</source>
        <translation>모든 행 CSV (*.rows.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>저장됨: {0}</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>In tables and viewer</source>
        <translation>표와 뷰어에서</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Space (hold)</source>
        <translation>Space (누르고 있기)</translation>
    </message>
    <message>
        <source>Original in place</source>
        <translation>같은 자리에 원본 표시</translation>
    </message>
    <message>
        <source>Side by side, swipe, blink, difference, map, all VAEs</source>
        <translation>나란히, 스와이프, 깜박임, 차이, 지도, 모든 VAE</translation>
    </message>
    <message>
        <source>Next, previous line</source>
        <translation>다음, 이전 줄</translation>
    </message>
    <message>
        <source>Previous, next VAE of the same image</source>
        <translation>같은 이미지의 이전, 다음 VAE</translation>
    </message>
    <message>
        <source>Worst, next worst; back</source>
        <translation>최악, 다음으로 나쁜 것; 뒤로</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>좌우 바꾸기</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Wheel, +, −</source>
        <translation>휠, +, −</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대/축소</translation>
    </message>
    <message>
        <source>Drag, arrows</source>
        <translation>끌기, 화살표</translation>
    </message>
    <message>
        <source>Pan; in swipe, left and right move the line</source>
        <translation>이동. 스와이프에서는 좌우로 선 이동</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+끌기</translation>
    </message>
    <message>
        <source>Move the reconstruction alone</source>
        <translation>복원 이미지만 이동</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>두 번 클릭</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>맞춤 또는 100 %</translation>
    </message>
    <message>
        <source>More, less gain</source>
        <translation>배율 늘리기, 줄이기</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>히스토그램</translation>
    </message>
    <message>
        <source>Marker: expected and read</source>
        <translation>마커: 기준값과 측정값</translation>
    </message>
    <message>
        <source>Flag the image</source>
        <translation>이미지 표시</translation>
    </message>
</context>
<context>
    <name>SpectrumView</name>
    <message>
        <source>Select a row to see the spectrum of its image.</source>
        <translation>행을 선택하면 이미지의 스펙트럼을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Computing the spectrum of {0} …</source>
        <translation>{0}의 스펙트럼 계산 중 …</translation>
    </message>
    <message>
        <source>The pictures of {0} were not kept, so there is no spectrum to show.</source>
        <translation>{0}의 이미지가 보관되지 않아 스펙트럼을 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>mean power of luma in rings of equal frequency</source>
        <translation>같은 주파수 고리에서 휘도의 평균 세기</translation>
    </message>
    <message>
        <source>below: that of the reconstruction over that of the original, 1 keeps it, less is blur, more is added</source>
        <translation>아래: 복원 대 원본의 비율. 1은 유지, 작으면 흐림, 크면 추가됨</translation>
    </message>
    <message>
        <source>dotted: bounds of the low, middle and high band</source>
        <translation>점선: 저·중·고 대역의 경계</translation>
    </message>
    <message>
        <source>Spectrum of {0}</source>
        <translation>{0}의 스펙트럼</translation>
    </message>
    <message>
        <source>power</source>
        <translation>세기</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation>픽셀당 주기</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Compare VAEs on your own images</source>
        <translation>내 이미지로 VAE 비교</translation>
    </message>
    <message>
        <source>VAELab sends each image through each VAE and measures what comes back: sharpness, colour, contrast.</source>
        <translation>VAELab은 각 이미지를 각 VAE에 통과시켜 돌아온 결과의 선명도, 색, 대비를 측정합니다.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Add VAE…</source>
        <translation>VAE 추가…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Drop a folder of images anywhere in this window</source>
        <translation>이미지 폴더를 이 창 아무 곳에나 놓으세요</translation>
    </message>
    <message>
        <source>Add VAE files: .safetensors, .ckpt, .pth, a diffusers folder</source>
        <translation>VAE 파일 추가: .safetensors, .ckpt, .pth, diffusers 폴더</translation>
    </message>
    <message>
        <source>Press Run: results appear as they finish</source>
        <translation>실행을 누르면 결과가 차례로 나타납니다</translation>
    </message>
    <message>
        <source>No weights at hand? The demo needs no download and takes under a minute.</source>
        <translation>가중치가 없나요? 데모는 내려받기 없이 1분 안에 끝납니다.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>데모 실행</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>최근 실행</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>계속…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
</context>
<context>
    <name>SummaryModel</name>
    <message>
        <source>{0} failed</source>
        <translation>{0}개 실패</translation>
    </message>
    <message>
        <source>, best</source>
        <translation>, 최고</translation>
    </message>
    <message>
        <source>, second best</source>
        <translation>, 두 번째</translation>
    </message>
    <message>
        <source>images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Images that this VAE&apos;s means are made of.</source>
        <translation>이 VAE의 평균에 쓰인 이미지 수.</translation>
    </message>
    <message>
        <source>95 % interval of the mean: {0:.4g} to {1:.4g}</source>
        <translation>평균의 95 % 구간: {0:.4g} ~ {1:.4g}</translation>
    </message>
    <message>
        <source>over {0} images</source>
        <translation>이미지 {0}개 기준</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse, ≈ not distinguishable from {0}</source>
        <translation>{0} 대비 ▲ 좋음, ▼ 나쁨, ≈ 구별 불가</translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message>
        <source>Difference to</source>
        <translation>비교 기준</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>좋은 순</translation>
    </message>
    <message>
        <source>● best   ○ second best   ± 95 % interval of the mean</source>
        <translation>● 최고   ○ 두 번째   ± 평균의 95 % 구간</translation>
    </message>
    <message>
        <source>λ1: perceptual distance</source>
        <translation>λ1: 지각 거리</translation>
    </message>
    <message>
        <source>λ2: sharpness</source>
        <translation>λ2: 선명도</translation>
    </message>
    <message>
        <source>λ3: colour diversity</source>
        <translation>λ3: 색 다양성</translation>
    </message>
    <message>
        <source>λ4: colour drift of the marker</source>
        <translation>λ4: 마커의 색 치우침</translation>
    </message>
    <message>
        <source>λ5: brightness bias of the marker</source>
        <translation>λ5: 마커의 밝기 치우침</translation>
    </message>
    <message>
        <source>λ6: contrast of the marker</source>
        <translation>λ6: 마커의 대비</translation>
    </message>
    <message>
        <source>J is the weighted sum of six distances from perfect. Lower is better.</source>
        <translation>J는 완벽함에서 벗어난 여섯 거리의 가중합입니다. 낮을수록 좋습니다.</translation>
    </message>
    <message>
        <source>All 1</source>
        <translation>모두 1</translation>
    </message>
    <message>
        <source>Set all weights back to 1</source>
        <translation>모든 가중치를 1로 되돌리기</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse, ≈ a tie</source>
        <translation>▲ 좋음, ▼ 나쁨, ≈ 동률</translation>
    </message>
    <message>
        <source>± 95 % interval of the mean</source>
        <translation>± 평균의 95 % 구간</translation>
    </message>
    <message>
        <source>● best   ○ second best   {0}</source>
        <translation>● 최고   ○ 두 번째   {0}</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>나쁜 순</translation>
    </message>
</context>
<context>
    <name>ThumbStrip</name>
    <message>
        <source>The first of {0} images, as they will be measured</source>
        <translation>이미지 {0}개 중 처음 몇 개, 측정될 모습 그대로</translation>
    </message>
    <message>
        <source>Your images, as they will be measured</source>
        <translation>내 이미지, 측정될 모습 그대로</translation>
    </message>
</context>
<context>
    <name>UncaughtErrors</name>
    <message>
        <source>Something went wrong inside VAELab: {0}</source>
        <translation>VAELab 내부에서 문제가 생겼습니다: {0}</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>기록 보기</translation>
    </message>
</context>
<context>
    <name>VAERow</name>
    <message>
        <source>Use {0}</source>
        <translation>{0} 사용</translation>
    </message>
    <message>
        <source>Runs in this precision</source>
        <translation>이 정밀도로 실행</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Others are compared with it</source>
        <translation>다른 VAE의 비교 기준</translation>
    </message>
    <message>
        <source>What to do with {0}</source>
        <translation>{0} 메뉴</translation>
    </message>
    <message>
        <source>reading the header …</source>
        <translation>헤더를 읽는 중 …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Compare others with it</source>
        <translation>비교 기준으로 사용</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>as in the options</source>
        <translation>옵션과 같게</translation>
    </message>
    <message>
        <source>Add once more in</source>
        <translation>다른 정밀도로 추가</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Name in tables:</source>
        <translation>표에 표시할 이름:</translation>
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
        <translation>파일…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>내장</translation>
    </message>
    <message>
        <source>Add VAE</source>
        <translation>VAE 추가</translation>
    </message>
    <message>
        <source>A file, a folder, or a built-in (Ctrl+Shift+O)</source>
        <translation>파일, 폴더 또는 내장 (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <source>Drop .safetensors, .ckpt or .pth files anywhere.</source>
        <translation>.safetensors, .ckpt, .pth 파일을 아무 곳에나 놓으세요.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}개 중 {0}개</translation>
    </message>
</context>
<context>
    <name>ViewerPanel</name>
    <message>
        <source>Pictures</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Original and reconstruction. Wheel zooms, drag pans, Space shows the original.</source>
        <translation>원본과 복원. 휠로 확대, 끌어서 이동, Space로 원본 표시.</translation>
    </message>
    <message>
        <source>Select a row to see its original and reconstruction.</source>
        <translation>행을 선택하면 원본과 복원을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Side by side (1)</source>
        <translation>나란히 (1)</translation>
    </message>
    <message>
        <source>Swipe: drag the line (2)</source>
        <translation>스와이프: 선을 끌기 (2)</translation>
    </message>
    <message>
        <source>Blink: both in one place, in turn (3)</source>
        <translation>깜박임: 한 자리에서 번갈아 (3)</translation>
    </message>
    <message>
        <source>Difference (4)</source>
        <translation>차이 (4)</translation>
    </message>
    <message>
        <source>Map of the error (5)</source>
        <translation>오차 지도 (5)</translation>
    </message>
    <message>
        <source>All VAEs at once (6)</source>
        <translation>모든 VAE 한꺼번에 (6)</translation>
    </message>
    <message>
        <source>Hold to see the original in place (Space)</source>
        <translation>누르고 있으면 같은 자리에 원본 (Space)</translation>
    </message>
    <message>
        <source>Swap sides (S)</source>
        <translation>좌우 바꾸기 (S)</translation>
    </message>
    <message>
        <source>Histograms (H)</source>
        <translation>히스토그램 (H)</translation>
    </message>
    <message>
        <source>Marker: expected and read (M)</source>
        <translation>마커: 기준값과 측정값 (M)</translation>
    </message>
    <message>
        <source>Fit (F)</source>
        <translation>맞춤 (F)</translation>
    </message>
    <message>
        <source>100 %: one image pixel per screen pixel (Ctrl+0)</source>
        <translation>100 %: 화면 픽셀당 이미지 픽셀 하나 (Ctrl+0)</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>100 %로 확대</translation>
    </message>
    <message>
        <source>following live</source>
        <translation>실시간 따라가는 중</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>실시간 따라가기</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>뷰어</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>{0} 읽는 중 …</translation>
    </message>
    <message>
        <source>There is no picture: this row failed.</source>
        <translation>이미지가 없습니다. 이 행은 실패했습니다.</translation>
    </message>
    <message>
        <source>This picture was not kept. Set “Save images” to “all” in the options to look at it later.</source>
        <translation>이 이미지는 보관되지 않았습니다. 나중에 보려면 옵션의 “Save images”를 “all”로 설정하세요.</translation>
    </message>
    <message>
        <source>mean {0:.3g}</source>
        <translation>평균 {0:.3g}</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>↓ low</source>
        <translation>↓ 낮을수록</translation>
    </message>
    <message>
        <source>↓ low · {0}</source>
        <translation>↓ 낮게 · {0}</translation>
    </message>
    <message>
        <source>↑ high</source>
        <translation>↑ 높을수록</translation>
    </message>
    <message>
        <source>↑ high · {0}</source>
        <translation>↑ 높게 · {0}</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>낮을수록 좋음</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>높을수록 좋음</translation>
    </message>
    <message>
        <source>best at {0}</source>
        <translation>{0}일 때 가장 좋음</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>참고용</translation>
    </message>
    <message>
        <source>Unit: {0}. </source>
        <translation>단위: {0}. </translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Enlarge small images</source>
        <translation>작은 이미지 확대</translation>
    </message>
    <message>
        <source>Subfolders</source>
        <translation>하위 폴더</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>개수 제한</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>배경색</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>마커</translation>
    </message>
    <message>
        <source>Marker preset</source>
        <translation>마커 종류</translation>
    </message>
    <message>
        <source>Patch side</source>
        <translation>패치 크기</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>모서리</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Tiling</source>
        <translation>타일 처리</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>잠재 표현</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Save images</source>
        <translation>이미지 저장</translation>
    </message>
</context>
</TS>
