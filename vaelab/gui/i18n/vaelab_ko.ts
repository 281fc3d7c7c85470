<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AppearanceSettings</name>
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
</context>
<context>
    <name>Application</name>
    <message>
        <source>The window speaks {0} as soon as the run has ended.</source>
        <translation>실행이 끝나면 창이 {0}(으)로 바뀝니다.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>This run has saved no originals and reconstructions to judge: choose “all” under Save images, and run it again.</source>
        <translation>이 실행에는 판정할 원본과 재구성이 저장되어 있지 않습니다. ‘이미지 저장’에서 ‘모두’를 선택하고 다시 실행하세요.</translation>
    </message>
</context>
<context>
    <name>ChartStrip</name>
    <message>
        <source>Original</source>
        <translation>원본</translation>
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
        <translation>원본</translation>
    </message>
    <message>
        <source>{0} of {1}: {2}</source>
        <translation>{1}의 {0}: {2}</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정되지 않음</translation>
    </message>
    <message>
        <source>{0}; {1} from the original</source>
        <translation>{0}, 원본과의 차이 {1}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
</context>
<context>
    <name>ChartsTab</name>
    <message>
        <source>What came back of the test charts, 512 px and without the marker. They are in no mean and no J. Under a value: its difference from the original's.</source>
        <translation>테스트 차트(512 px, 마커 없음)를 통과시킨 결과입니다. 어떤 평균에도 J에도 들어가지 않습니다. 값 아래는 원본 값과의 차이입니다.</translation>
    </message>
    <message>
        <source>Figures of the test charts</source>
        <translation>테스트 차트의 지표</translation>
    </message>
    <message>
        <source>Charts as they came back</source>
        <translation>복원된 차트</translation>
    </message>
    <message>
        <source>No test charts were measured in this run. Switch on “Test charts” in the settings of the run and run it into a new folder.</source>
        <translation>이 실행에서는 테스트 차트를 측정하지 않았습니다. 실행 설정에서 “테스트 차트”를 켜고 새 폴더에 실행하세요.</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
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
    <name>ComparisonWindow</name>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}와(과) {1}</translation>
    </message>
    <message>
        <source>Differences of two runs</source>
        <translation>두 실행의 차이</translation>
    </message>
    <message>
        <source>{0} compared with {1}</source>
        <translation>{0} 대 {1} 비교</translation>
    </message>
    <message>
        <source>These runs were not measured alike, so their numbers are not comparable:</source>
        <translation>두 실행의 측정 조건이 달라 수치를 비교할 수 없습니다:</translation>
    </message>
    <message>
        <source>Compare anyway</source>
        <translation>그래도 비교</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown으로 복사</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>페이지로 열기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>▲ better than the other run, ▼ worse, by the test over the images in common; under it: other → this</source>
        <translation>▲ 다른 실행보다 좋음, ▼ 나쁨 (공통 이미지에 대한 검정에 따름). 아래: 다른 실행 → 이 실행</translation>
    </message>
    <message>
        <source>Not measured alike, each over the images of its run, so nothing is said to be better; under it: other → this</source>
        <translation>측정 조건이 달라 각 실행의 이미지에 대한 값이므로 우열을 말하지 않습니다. 아래: 다른 실행 → 이 실행</translation>
    </message>
    <message>
        <source>Grey: not comparable; under it: other → this</source>
        <translation>회색: 비교 불가. 아래: 다른 실행 → 이 실행</translation>
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
        <source>Every image's value, by VAE, with mean and 95 % interval</source>
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
        <source>Mean spectrum</source>
        <translation>평균 스펙트럼</translation>
    </message>
    <message>
        <source>Power kept, lost or added by frequency, over all images</source>
        <translation>주파수별로 보존되거나 손실되거나 더해진 파워, 전체 이미지 기준</translation>
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
        <source>Rate–distortion</source>
        <translation>율-왜곡</translation>
    </message>
    <message>
        <source>What quality each VAE gives for how many bits a pixel</source>
        <translation>각 VAE가 픽셀당 몇 비트로 어떤 품질을 내는지</translation>
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
    <name>CurvePlot</name>
    <message>
        <source>Contrast kept at half of the Nyquist frequency: {0}</source>
        <translation>나이퀴스트 주파수의 절반에서 유지되는 대비: {0}</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>cycles per pixel; dashed: Nyquist</source>
        <translation>픽셀당 주기, 점선: 나이퀴스트</translation>
    </message>
</context>
<context>
    <name>DeltasModel</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}개 중 {0}개</translation>
    </message>
    <message>
        <source>this run {0!r}</source>
        <translation>이 실행 {0!r}</translation>
    </message>
    <message>
        <source>the other {0!r}</source>
        <translation>다른 실행 {0!r}</translation>
    </message>
    <message>
        <source>difference {0}</source>
        <translation>차이 {0}</translation>
    </message>
    <message>
        <source>not comparable: the runs were measured differently</source>
        <translation>비교 불가: 두 실행의 측정 조건이 다릅니다</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>구분되지 않음</translation>
    </message>
    <message>
        <source>better</source>
        <translation>더 좋음</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>더 나쁨</translation>
    </message>
    <message>
        <source>only in this run</source>
        <translation>이 실행에만 있음</translation>
    </message>
    <message>
        <source>only in the other</source>
        <translation>다른 실행에만 있음</translation>
    </message>
</context>
<context>
    <name>DerivedView</name>
    <message>
        <source>Both pictures are needed, in one size.</source>
        <translation>크기가 같은 두 이미지가 모두 필요합니다.</translation>
    </message>
    <message>
        <source>Loading PyTorch …</source>
        <translation>PyTorch 불러오는 중 …</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>처리 중 …</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>No program of this computer opened it; it lies here: {0}</source>
        <translation>이 컴퓨터의 어떤 프로그램으로도 열지 못했습니다. 위치: {0}</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>개발자에게 필요한 정보</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>자세한 내용 복사</translation>
    </message>
    <message>
        <source>Copy the message and the details, to send them to somebody</source>
        <translation>다른 사람에게 보낼 수 있도록 메시지와 자세한 내용을 복사합니다</translation>
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
        <translation>큰 기호는 평균, 굵은 선은 평균의 95 % 구간</translation>
    </message>
    <message>
        <source>the large sign is the mean, the thick line its 95 % interval so far, by Student's t</source>
        <translation>큰 기호는 평균, 굵은 선은 지금까지의 평균의 95 % 구간 (스튜던트 t에 따름)</translation>
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
        <source>{0} by VAE, {1}</source>
        <translation>VAE별 {0}, {1}</translation>
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
    <name>EditMenu</name>
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
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
</context>
<context>
    <name>Exports</name>
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
        <source>SHA-256 copied: {0}</source>
        <translation>SHA-256 복사됨: {0}</translation>
    </message>
    <message>
        <source>All rows as CSV (*.rows.csv)</source>
        <translation>모든 행 CSV (*.rows.csv)</translation>
    </message>
    <message>
        <source>Contact sheet (*.sheet.png)</source>
        <translation>밀착 인화지 (*.sheet.png)</translation>
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
    <name>Field</name>
    <message>
        <source>number</source>
        <translation>숫자</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
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
    <name>FileMenu</name>
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
        <source>Get VAEs from the Hugging Face Hub…</source>
        <translation>Hugging Face Hub에서 VAE 가져오기…</translation>
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
        <source>Compare sets of pictures…</source>
        <translation>이미지 집합 비교…</translation>
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
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search, or filter: lpips &gt; 0.05 and vae == "mini"</source>
        <translation>검색 또는 필터: lpips &gt; 0.05 and vae == "mini"</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>행 필터</translation>
    </message>
    <message>
        <source>Words are searched for in names and notes. Or compare: lpips &gt; 0.05, abs(rho_g - 1) &gt; 0.1, "cat" in image, not excluded; join with and, or, not.</source>
        <translation>단어는 이름과 메모에서 찾습니다. 비교식도 쓸 수 있습니다: lpips &gt; 0.05, abs(rho_g - 1) &gt; 0.1, "cat" in image, not excluded. and, or, not으로 연결합니다.</translation>
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
        <source>Excluded</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>Images you left out of all means with C</source>
        <translation>C 키로 모든 평균에서 제외한 이미지</translation>
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
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Names that fit here</source>
        <translation>여기에 쓸 수 있는 이름</translation>
    </message>
</context>
<context>
    <name>ForecastLine</name>
    <message>
        <source>Use tiling</source>
        <translation>타일 처리 사용</translation>
    </message>
    <message>
        <source>Encode and decode in tiles: less memory, slightly other numbers</source>
        <translation>타일 단위로 인코딩·디코딩: 메모리는 줄고 수치는 조금 달라집니다</translation>
    </message>
    <message>
        <source>The time is a guess until a VAE of this kind has been run on this device.</source>
        <translation>이 장치에서 같은 종류의 VAE를 실행하기 전까지 시간은 추정치입니다.</translation>
    </message>
    <message>
        <source>The time is what earlier runs on this device took.</source>
        <translation>이 장치에서 이전 실행에 걸린 시간을 바탕으로 합니다.</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>시간 알 수 없음</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>약 {0}</translation>
    </message>
    <message>
        <source>about {0} GB of memory</source>
        <translation>메모리 약 {0} GB</translation>
    </message>
    <message>
        <source>{0} GB are free</source>
        <translation>{0} GB 사용 가능</translation>
    </message>
    <message>
        <source>This will not fit into memory: {0} needs about {1} GB, {2} GB are free.</source>
        <translation>메모리가 부족합니다. {0}에 약 {1} GB가 필요한데 {2} GB만 사용할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>Less motion: nothing blinks by itself</source>
        <translation>동작 줄이기: 저절로 깜박이지 않음</translation>
    </message>
    <message>
        <source>Runs go into</source>
        <translation>실행 저장 위치</translation>
    </message>
    <message>
        <source>Everything takes effect at once and stays on this computer. A run that goes on keeps its folder.</source>
        <translation>모든 변경은 바로 적용되며 이 컴퓨터에만 저장됩니다. 진행 중인 실행의 폴더는 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Folder that runs go into</source>
        <translation>실행을 저장할 폴더</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Choose the folder that runs go into</source>
        <translation>실행을 저장할 폴더 선택</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Default folder for runs</source>
        <translation>실행의 기본 폴더</translation>
    </message>
    <message>
        <source>Give the whole path, from the root or the drive on.</source>
        <translation>루트나 드라이브부터 전체 경로를 입력하세요.</translation>
    </message>
    <message>
        <source>This is a file: choose a folder.</source>
        <translation>파일입니다. 폴더를 선택하세요.</translation>
    </message>
</context>
<context>
    <name>HeatLegend</name>
    <message>
        <source>{0}: from {1}, worst, dark, to {2}, best, bright</source>
        <translation>{0}: {1}(가장 나쁨, 어두움)에서 {2}(가장 좋음, 밝음)까지</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
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
        <source>Verify this run</source>
        <translation>이 실행 검증</translation>
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
    <name>Histogram</name>
    <message>
        <source>Histograms of luma</source>
        <translation>휘도 히스토그램</translation>
    </message>
    <message>
        <source>Luma from 0 to 255. Area: original. Line: reconstruction.</source>
        <translation>휘도 0~255. 면: 원본, 선: 복원.</translation>
    </message>
    <message>
        <source>luma · area: original, line: reconstruction</source>
        <translation>휘도 · 면: 원본, 선: 복원</translation>
    </message>
</context>
<context>
    <name>HubController</name>
    <message>
        <source>Added {0} to the VAEs.</source>
        <translation>VAE 목록에 {0}을(를) 추가했습니다.</translation>
    </message>
    <message>
        <source>{0} is in the list already.</source>
        <translation>{0}은(는) 이미 목록에 있습니다.</translation>
    </message>
    <message>
        <source>{0} is downloaded: add it in 'Get VAEs'.</source>
        <translation>{0} 다운로드 완료: ‘VAE 가져오기’에서 추가하세요.</translation>
    </message>
</context>
<context>
    <name>HubDetails</name>
    <message>
        <source>Progress of the download</source>
        <translation>다운로드 진행률</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>다운로드 취소</translation>
    </message>
    <message>
        <source>What has arrived is kept: the next download goes on from there.</source>
        <translation>받은 부분은 보관되며 다음 다운로드는 거기서 이어집니다.</translation>
    </message>
    <message>
        <source>Choose a VAE above, or look one up below.</source>
        <translation>위에서 VAE를 선택하거나 아래에서 조회하세요.</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>라이선스: {0}</translation>
    </message>
    <message>
        <source>size not known yet</source>
        <translation>크기를 아직 알 수 없음</translation>
    </message>
    <message>
        <source>Asking the Hub for size and licence</source>
        <translation>Hub에 크기와 라이선스를 묻는 중</translation>
    </message>
    <message>
        <source>Stopped. What has arrived is kept.</source>
        <translation>중지했습니다. 받은 부분은 보관됩니다.</translation>
    </message>
    <message>
        <source>It is in the cache, and works offline.</source>
        <translation>캐시에 있어 오프라인에서도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Accept the licence on its page and log in with 'hf auth login' first.</source>
        <translation>먼저 해당 페이지에서 라이선스에 동의하고 'hf auth login'으로 로그인하세요.</translation>
    </message>
    <message>
        <source>Goes into {0}</source>
        <translation>{0}에 저장</translation>
    </message>
    <message>
        <source>The Hub offers {0}.</source>
        <translation>Hub 제공: {0}.</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>목록에 추가</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어받기</translation>
    </message>
    <message>
        <source>Download {0}</source>
        <translation>다운로드 {0}</translation>
    </message>
</context>
<context>
    <name>HubDialog</name>
    <message>
        <source>Get VAEs</source>
        <translation>VAE 가져오기</translation>
    </message>
    <message>
        <source>Search: sdxl mit, flux, 16 ch, tiny</source>
        <translation>검색: sdxl mit, flux, 16 ch, tiny</translation>
    </message>
    <message>
        <source>Search the known VAEs</source>
        <translation>알려진 VAE 검색</translation>
    </message>
    <message>
        <source>org/name, org/name:subfolder, org/name:file, or the address of its page</source>
        <translation>org/name, org/name:subfolder, org/name:file 또는 페이지 주소</translation>
    </message>
    <message>
        <source>Id of any other VAE of the Hub</source>
        <translation>Hub에 있는 다른 VAE의 ID</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>Ask the Hub for size and licence; nothing is downloaded yet.</source>
        <translation>Hub에 크기와 라이선스를 묻습니다. 아직 아무것도 내려받지 않습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Downloads go on.</source>
        <translation>다운로드는 계속됩니다.</translation>
    </message>
    <message>
        <source>Known VAEs</source>
        <translation>알려진 VAE</translation>
    </message>
    <message>
        <source>&amp;Any other</source>
        <translation>그 밖의 VAE(&amp;A)</translation>
    </message>
    <message>
        <source>VAELab contacts the Hub only when you press Look up or Download. Files go into the Hugging Face cache.</source>
        <translation>‘조회’나 ‘다운로드’를 누르기 전에는 어디에도 접속하지 않습니다. 파일은 Hugging Face 캐시에 저장됩니다.</translation>
    </message>
    <message>
        <source>none: look it up below</source>
        <translation>없음: 아래에서 조회하세요</translation>
    </message>
</context>
<context>
    <name>HubTable</name>
    <message>
        <source>Whose latent space it has: VAEs of one space can decode what the others encode.</source>
        <translation>어떤 잠재 공간을 쓰는지: 같은 공간의 VAE끼리는 서로의 인코딩을 디코딩할 수 있습니다.</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>잠재 표현</translation>
    </message>
</context>
<context>
    <name>HubWords</name>
    <message>
        <source>starting</source>
        <translation>시작 중</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>in cache</source>
        <translation>캐시에 있음</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>조회 중</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>제공됨</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>{0}, login</source>
        <translation>{0}, 로그인 필요</translation>
    </message>
    <message>
        <source>Checking the checksum</source>
        <translation>체크섬 확인 중</translation>
    </message>
    <message>
        <source>Waiting to try again: {0}</source>
        <translation>다시 시도 대기 중: {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}개 중 {0}개</translation>
    </message>
    <message>
        <source>{0} per second</source>
        <translation>초당 {0}</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} 남음</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}초</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}분</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0}시간</translation>
    </message>
</context>
<context>
    <name>ImagesCard</name>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>이미지 폴더 선택</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
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
        <source>Remove; this can be undone</source>
        <translation>제거 (실행 취소 가능)</translation>
    </message>
    <message>
        <source>next run</source>
        <translation>다음 실행</translation>
    </message>
    <message>
        <source>It was added while a run went on</source>
        <translation>실행 중에 추가되었습니다</translation>
    </message>
    <message>
        <source>A run uses these images: they can be removed when the run has ended</source>
        <translation>실행 중인 이미지입니다. 실행이 끝나면 제거할 수 있습니다</translation>
    </message>
</context>
<context>
    <name>ImagesTab</name>
    <message>
        <source>Choose columns</source>
        <translation>열 선택</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>나쁜 순</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>좋은 순</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>The clipboard holds nothing to take: copy the path of a folder, an image or a VAE, or a name such as mini or jpeg:75.</source>
        <translation>클립보드에 가져올 것이 없습니다. 폴더, 이미지 또는 VAE의 경로나 mini, jpeg:75 같은 이름을 복사하세요.</translation>
    </message>
    <message>
        <source>{0} was not taken: {1}</source>
        <translation>{0} 항목을 받지 않았습니다: {1}</translation>
    </message>
    <message>
        <source>What was added waits for the next run.</source>
        <translation>추가한 항목은 다음 실행을 기다립니다.</translation>
    </message>
    <message>
        <source>The images lie in subfolders, which are not looked into.</source>
        <translation>이미지가 하위 폴더에 있는데, 하위 폴더는 찾지 않도록 되어 있습니다.</translation>
    </message>
    <message>
        <source>Include subfolders</source>
        <translation>하위 폴더 포함</translation>
    </message>
    <message>
        <source>{0} VAEs were added.</source>
        <translation>VAE {0}개를 추가했습니다.</translation>
    </message>
    <message>
        <source>{0} was not taken: {1}.</source>
        <translation>{0} 항목을 받지 않았습니다: {1}.</translation>
    </message>
    <message>
        <source>{0} files were not taken.</source>
        <translation>파일 {0}개를 받지 않았습니다.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Only the first of {0} runs is opened.</source>
        <translation>실행 {0}개 중 첫 번째만 엽니다.</translation>
    </message>
</context>
<context>
    <name>JudgeChoices</name>
    <message>
        <source>← Left is closer</source>
        <translation>← 왼쪽이 더 가까움</translation>
    </message>
    <message>
        <source>↓ No difference</source>
        <translation>↓ 차이 없음</translation>
    </message>
    <message>
        <source>→ Right is closer</source>
        <translation>→ 오른쪽이 더 가까움</translation>
    </message>
    <message>
        <source>← Real</source>
        <translation>← 실제</translation>
    </message>
    <message>
        <source>→ Generated</source>
        <translation>→ 생성됨</translation>
    </message>
    <message>
        <source>1 not at all</source>
        <translation>1 전혀 아님</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3 fairly</source>
        <translation>3 어느 정도</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>5 entirely</source>
        <translation>5 완전히</translation>
    </message>
</context>
<context>
    <name>JudgeResults</name>
    <message>
        <source>What the judges found</source>
        <translation>판정자의 결과</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>실행으로 돌아가기</translation>
    </message>
    <message>
        <source>Counting the answers …</source>
        <translation>응답 집계 중…</translation>
    </message>
</context>
<context>
    <name>JudgeStart</name>
    <message>
        <source>Blind test</source>
        <translation>블라인드 테스트</translation>
    </message>
    <message>
        <source>Pictures are shown without the names of their VAEs, in an order and on sides drawn by chance. Each answer is written down at once: you can stop at any time and go on later. The names are told at the end.</source>
        <translation>이미지는 VAE 이름 없이, 무작위로 정한 순서와 위치로 표시됩니다. 응답은 바로 기록되므로 언제든 멈추고 나중에 이어서 할 수 있습니다. 이름은 마지막에 공개됩니다.</translation>
    </message>
    <message>
        <source>your name or initials</source>
        <translation>이름 또는 이니셜</translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation>판정자(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Closer: which of two reconstructions is closer to the original?</source>
        <translation>근접(&amp;C): 두 재구성 중 어느 것이 원본에 더 가까운가?</translation>
    </message>
    <message>
        <source>R&amp;eal?: is one picture an original, or did a VAE make it?</source>
        <translation>실제인가(&amp;E): 이 이미지가 원본인가, VAE가 만든 것인가?</translation>
    </message>
    <message>
        <source>Ra&amp;te: how real, different, fitting and creative, from 1 to 5?</source>
        <translation>평가(&amp;T): 실제 같음, 다양함, 적합함, 창의성을 1에서 5로</translation>
    </message>
    <message>
        <source>Another seed draws another order and other sides.</source>
        <translation>시드를 바꾸면 순서와 위치가 바뀝니다.</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>시드(&amp;S)</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>JudgeWindow</name>
    <message>
        <source>Blind test — VAELab</source>
        <translation>블라인드 테스트 — VAELab</translation>
    </message>
    <message>
        <source>Previous (Backspace)</source>
        <translation>이전 (Backspace)</translation>
    </message>
    <message>
        <source>Finish (Esc)</source>
        <translation>마치기 (Esc)</translation>
    </message>
    <message>
        <source>You have answered everything there is to this question: choose another one, or another name.</source>
        <translation>이 질문에는 모두 응답했습니다. 다른 질문이나 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>There is nothing to ask: this takes saved pictures of two VAEs, or of one and its originals.</source>
        <translation>물어볼 것이 없습니다. VAE 두 개의 저장된 이미지, 또는 VAE 하나와 그 원본이 필요합니다.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0}, passed over for want of pictures: {1}</source>
        <translation>{0}, 이미지가 없어 건너뜀: {1}</translation>
    </message>
    <message>
        <source>Hold 1, 2 or 3 to see the left picture, the original or the right one alone. Z: full size, wheel: zoom, drag: move.</source>
        <translation>1, 2, 3을 누르고 있으면 왼쪽 이미지, 원본, 오른쪽 이미지만 보입니다. Z: 원래 크기, 휠: 확대/축소, 끌기: 이동.</translation>
    </message>
    <message>
        <source>Z: full size, wheel: zoom, drag: move.</source>
        <translation>Z: 원래 크기, 휠: 확대/축소, 끌기: 이동.</translation>
    </message>
    <message>
        <source>Your answer could not be written: make room on the disk, and choose again.</source>
        <translation>응답을 기록하지 못했습니다. 디스크 공간을 확보하고 다시 선택하세요.</translation>
    </message>
    <message>
        <source>{0} of {1} answered. The names are told when all are: go on with Run › Judge….</source>
        <translation>{1}개 중 {0}개에 답했습니다. 이름은 모두 답한 뒤에 알려 줍니다. 실행 › 판정…에서 계속하세요.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>아직 아무도 응답하지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Search actions</source>
        <translation>동작 검색</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>동작과 단축키</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation>여기에서 새 키를 누르세요</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>새 키:</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>This key instead of those the action has</source>
        <translation>이 동작의 기존 키를 이 키로 바꿉니다</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>This key beside those the action has</source>
        <translation>이 동작의 기존 키에 이 키를 더합니다</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>The key this action had at first</source>
        <translation>이 동작의 처음 키로 되돌립니다</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>모든 키 초기화</translation>
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
        <source>At first: {0}</source>
        <translation>처음 값: {0}</translation>
    </message>
    <message>
        <source>{0} is already the key of “{1}”. “Use” or “Add” takes it from there.</source>
        <translation>{0} 키는 이미 ‘{1}’에 쓰입니다. ‘사용’이나 ‘추가’를 누르면 그쪽에서 가져옵니다.</translation>
    </message>
    <message>
        <source>{0} is free.</source>
        <translation>{0} 키는 비어 있습니다.</translation>
    </message>
    <message>
        <source>“{0}”: press a new key in the field, then “Use”.</source>
        <translation>‘{0}’: 입력란에서 새 키를 누른 다음 ‘사용’을 누르세요.</translation>
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
    <name>LookingKeys</name>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>스와이프</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>번갈아 보기</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Map of the error</source>
        <translation>오차 지도</translation>
    </message>
    <message>
        <source>All VAEs at once</source>
        <translation>모든 VAE 한꺼번에</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
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
        <source>Auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Gain: the same one gives colours the same meaning for all VAEs and images; Auto ends at each picture's own largest value</source>
        <translation>배율: 같으면 모든 VAE와 이미지에서 색의 뜻이 같습니다. ‘자동’은 각 이미지의 최댓값에 맞춥니다</translation>
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
        <source>Seen difference: FLIP</source>
        <translation>눈에 보이는 차이: FLIP</translation>
    </message>
    <message>
        <source>Learned difference: LPIPS</source>
        <translation>학습된 차이: LPIPS</translation>
    </message>
    <message>
        <source>Spectra of both</source>
        <translation>두 이미지의 스펙트럼</translation>
    </message>
    <message>
        <source>mean {0:.3f} · median {1:.3f}, quartiles {2:.3f} and {3:.3f}, weighted by the error · {4:.0f} pixels per degree</source>
        <translation>평균 {0:.3f} · 오차 가중 중앙값 {1:.3f}, 사분위수 {2:.3f}·{3:.3f} · 1도당 {4:.0f}픽셀</translation>
    </message>
    <message>
        <source>mean {0:.3g} · largest {1:.3g}</source>
        <translation>평균 {0:.3g} · 최댓값 {1:.3g}</translation>
    </message>
    <message>
        <source>LPIPS itself, {0:.4f}, averages before the layers are enlarged</source>
        <translation>LPIPS 값 {0:.4f}은(는) 층을 확대하기 전에 평균한 것입니다</translation>
    </message>
    <message>
        <source>LPIPS itself averages before the layers are enlarged</source>
        <translation>LPIPS 값은 층을 확대하기 전에 평균한 것입니다</translation>
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
        <source>expected</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>read</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>no marker with this picture</source>
        <translation>이 이미지에는 마커가 없습니다</translation>
    </message>
    <message>
        <source>The marker's pictures were not kept: set “Save images” to “all” to look at them later.</source>
        <translation>마커 이미지가 저장되지 않았습니다. 나중에 보려면 “이미지 저장”을 “all”로 설정하세요.</translation>
    </message>
</context>
<context>
    <name>MeanSpectrumView</name>
    <message>
        <source>Computing the spectra of {0} …</source>
        <translation>{0}의 스펙트럼 계산 중 …</translation>
    </message>
    <message>
        <source>The pictures of this run were not kept, so there are no spectra to show.</source>
        <translation>이 실행의 이미지가 보관되지 않아 스펙트럼을 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>power of the reconstruction / original</source>
        <translation>파워: 복원 / 원본</translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation>픽셀당 주기</translation>
    </message>
    <message>
        <source>geometric mean over the images of the power of luma in rings of equal frequency</source>
        <translation>같은 주파수 고리의 휘도 파워를 이미지 전체에 걸쳐 기하 평균한 값</translation>
    </message>
    <message>
        <source>1 keeps it, less is blur, more is added</source>
        <translation>1이면 보존, 작으면 흐려짐, 크면 더해짐</translation>
    </message>
    <message>
        <source>band: the middle half of the images</source>
        <translation>띠: 이미지의 가운데 절반</translation>
    </message>
    <message>
        <source>dotted: bounds of the low, middle and high band</source>
        <translation>점선: 저·중·고 대역의 경계</translation>
    </message>
    <message>
        <source>{0} of {1} so far</source>
        <translation>현재 {1} 중 {0}개</translation>
    </message>
    <message>
        <source>a sample of {0} images</source>
        <translation>표본 이미지 {0}개</translation>
    </message>
    <message>
        <source>Mean spectrum over that of the originals, {0}</source>
        <translation>원본 대비 평균 스펙트럼, {0}</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
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
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
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
        <source>marker {0}, second pass</source>
        <translation>마커 {0}, 두 번째 패스</translation>
    </message>
    <message>
        <source>marker {0}, in the picture</source>
        <translation>마커 {0}, 이미지 안</translation>
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
    <message>
        <source>A run uses these options: they can be changed when the run has ended.</source>
        <translation>실행에 쓰이는 옵션입니다. 실행이 끝나면 바꿀 수 있습니다.</translation>
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
        <source>{5}: {0} lower on {1} of {2}, {3} on {4}</source>
        <translation>{5}: {2} 중 {0}이(가) {1}개, {3}이(가) {4}개에서 더 낮음</translation>
    </message>
    <message>
        <source>{5}: {0} better on {1} of {2}, {3} on {4}</source>
        <translation>{5}: {2} 중 {0}이(가) {1}개, {3}이(가) {4}개에서 우세</translation>
    </message>
    <message>
        <source>, equal on {0}</source>
        <translation>, {0}개에서 동일</translation>
    </message>
    <message>
        <source>mean difference {0}</source>
        <translation>평균 차이 {0}</translation>
    </message>
    <message>
        <source>mean difference {0}, 95 % interval {1} to {2}</source>
        <translation>평균 차이 {0}, 95 % 구간 {1} ~ {2}</translation>
    </message>
    <message>
        <source>mean difference {0}, 95 % interval so far {1} to {2}, by Student's t</source>
        <translation>평균 차이 {0}, 지금까지의 95 % 구간 {1} ~ {2} (스튜던트 t에 따름)</translation>
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
    <name>PictureExport</name>
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
        <source>'{0}' cannot be written: choose another place.</source>
        <translation>'{0}'에 쓸 수 없습니다. 다른 위치를 고르세요.</translation>
    </message>
</context>
<context>
    <name>PinList</name>
    <message>
        <source>Pinned pixels</source>
        <translation>고정한 픽셀</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the values of all pins as a table</source>
        <translation>고정한 픽셀의 값을 모두 표로 복사</translation>
    </message>
    <message>
        <source>Copy the values of all pins</source>
        <translation>고정한 픽셀의 값 모두 복사</translation>
    </message>
    <message>
        <source>Unpin all</source>
        <translation>모두 해제</translation>
    </message>
    <message>
        <source>Take all pins away</source>
        <translation>모든 고정 해제</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>고정점</translation>
    </message>
    <message>
        <source>Values at pin {0}</source>
        <translation>고정점 {0}의 값</translation>
    </message>
    <message>
        <source>Take pin {0} away</source>
        <translation>고정점 {0} 해제</translation>
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
    <name>ProbeBox</name>
    <message>
        <source>There are {0} pins already: take one away first.</source>
        <translation>고정점이 이미 {0}개입니다. 먼저 하나를 해제하세요.</translation>
    </message>
    <message>
        <source>Take this pin away</source>
        <translation>이 고정점 해제</translation>
    </message>
    <message>
        <source>Pin this pixel</source>
        <translation>이 픽셀 고정</translation>
    </message>
    <message>
        <source>Take all pins away</source>
        <translation>모든 고정 해제</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>100 %로 확대</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>It is run again when this run has ended: {0}.</source>
        <translation>이 실행이 끝나면 다시 실행합니다: {0}.</translation>
    </message>
    <message>
        <source>Do not retry</source>
        <translation>다시 시도하지 않기</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>{0} could not be loaded</source>
        <translation>{0}을(를) 불러오지 못했습니다</translation>
    </message>
    <message>
        <source>{0} failed on the first image</source>
        <translation>{0}: 첫 이미지에서 실패했습니다</translation>
    </message>
    <message>
        <source>{0} stopped after 1 image</source>
        <translation>{0}: 이미지 1개 후 멈췄습니다</translation>
    </message>
    <message>
        <source>{0} stopped after {1} images</source>
        <translation>{0}: 이미지 {1}개 후 멈췄습니다</translation>
    </message>
    <message>
        <source>Use tiling</source>
        <translation>타일 처리 사용</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>CPU 사용</translation>
    </message>
    <message>
        <source>Retry in {0}</source>
        <translation>{0}(으)로 다시 시도</translation>
    </message>
    <message>
        <source>in tiles</source>
        <translation>타일 단위</translation>
    </message>
    <message>
        <source>on the CPU</source>
        <translation>CPU에서</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>{0}(으)로</translation>
    </message>
    <message>
        <source>Ignore this VAE; the others keep running</source>
        <translation>그대로 둡니다. 다른 VAE에는 영향이 없습니다</translation>
    </message>
    <message>
        <source>Run this VAE alone in a new run, in tiles: less memory, slightly other numbers</source>
        <translation>이 VAE만 타일 단위로 새로 실행: 메모리는 줄고 수치는 조금 달라집니다</translation>
    </message>
    <message>
        <source>Run this VAE alone in a new run, with the same images and options</source>
        <translation>이 VAE만 같은 이미지와 옵션으로 새로 실행</translation>
    </message>
</context>
<context>
    <name>RateDistortion</name>
    <message>
        <source>No VAE has both a rate in bits per pixel and a finite mean of {0}: a rate is known of VAEs with a posterior or a codebook.</source>
        <translation>픽셀당 비트 수와 {0}의 유한한 평균을 모두 가진 VAE가 없습니다. 율은 사후 분포나 코드북이 있는 VAE에서만 알 수 있습니다.</translation>
    </message>
    <message>
        <source>lines: 95 % intervals of the means</source>
        <translation>선: 평균의 95 % 구간</translation>
    </message>
    <message>
        <source>codes of a codebook are counted, the rate of a posterior is its KL divergence: two kinds that are not the same quantity</source>
        <translation>코드북은 코드를 세고, 사후 분포의 율은 KL 발산입니다. 이 둘은 같은 양이 아닙니다</translation>
    </message>
    <message>
        <source>without a rate, or without a finite mean: {0}</source>
        <translation>율이 없거나 유한한 평균이 없음: {0}</translation>
    </message>
    <message>
        <source>{0} over {1}, a sign a VAE</source>
        <translation>{1}에 대한 {0}, VAE마다 기호 하나</translation>
    </message>
</context>
<context>
    <name>RecentRuns</name>
    <message>
        <source>Recent runs</source>
        <translation>최근 실행</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>{0} images</source>
        <translation>이미지 {0}개</translation>
    </message>
    <message>
        <source>Take into the means again</source>
        <translation>평균에 다시 포함</translation>
    </message>
    <message>
        <source>Exclude from means</source>
        <translation>평균에서 제외</translation>
    </message>
    <message>
        <source>For every VAE. The row stays in sight, the record is not touched.</source>
        <translation>모든 VAE에 적용됩니다. 행은 계속 보이고 기록은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Take the flag away</source>
        <translation>표시 해제</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Show only this image</source>
        <translation>이 이미지만 보기</translation>
    </message>
    <message>
        <source>Show only {0}</source>
        <translation>{0}만 보기</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Copy rows as Markdown</source>
        <translation>행을 Markdown으로 복사</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>표시됨</translation>
    </message>
    <message>
        <source>note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>Flagged (X)</source>
        <translation>표시됨 (X)</translation>
    </message>
    <message>
        <source>Excluded from all means (C)</source>
        <translation>모든 평균에서 제외됨 (C)</translation>
    </message>
    <message>
        <source>{0}, excluded from means</source>
        <translation>{0}, 평균에서 제외됨</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
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
    <name>RunCard</name>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Remove from this list (its files are kept)</source>
        <translation>더 이상 표시하지 않습니다. 파일은 그대로 있습니다</translation>
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
        <source>Ended early: {0} of {1}</source>
        <translation>일찍 끝남: {1} 중 {0}개</translation>
    </message>
    <message>
        <source>{0} VAEs</source>
        <translation>VAE {0}개</translation>
    </message>
    <message>
        <source>1 VAE</source>
        <translation>VAE 1개</translation>
    </message>
    <message>
        <source>Closest: {1}, J {0}</source>
        <translation>가장 가까움: {1}, J {0}</translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>Run to compare with</source>
        <translation>비교할 실행</translation>
    </message>
    <message>
        <source>Compared: {0}</source>
        <translation>비교 완료: {0}</translation>
    </message>
</context>
<context>
    <name>RunHistory</name>
    <message>
        <source>{0} can be opened when the run that goes on has ended.</source>
        <translation>진행 중인 실행이 끝나면 {0}을(를) 열 수 있습니다.</translation>
    </message>
    <message>
        <source>This run cannot be continued: {0}</source>
        <translation>이 실행을 계속할 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>This run ended early, with {0}.</source>
        <translation>이 실행은 도중에 끝났습니다. {0}이 있습니다.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>보고서 열기</translation>
    </message>
    <message>
        <source>{0} is no longer offered; its files stay.</source>
        <translation>{0}은(는) 더 이상 표시되지 않습니다. 파일은 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>RunMenu</name>
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
        <source>Judge…</source>
        <translation>판정…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>데모 실행</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>Run into {0}</source>
        <translation>실행 위치 {0}</translation>
    </message>
    <message>
        <source>Left out {0}: {1}</source>
        <translation>제외됨 {0}: {1}</translation>
    </message>
    <message>
        <source>Kept of an earlier start: {0}</source>
        <translation>이전 실행의 {0}을 유지합니다</translation>
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
    <name>RunOutcomeBanner</name>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Retry the failed VAEs</source>
        <translation>실패한 VAE 다시 시도</translation>
    </message>
    <message>
        <source>Run with what was added</source>
        <translation>추가한 항목으로 실행</translation>
    </message>
    <message>
        <source>Run the added VAE</source>
        <translation>추가한 VAE 실행</translation>
    </message>
    <message>
        <source>Run the {0} added VAEs</source>
        <translation>추가한 VAE {0}개 실행</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} 열기</translation>
    </message>
    <message>
        <source>Compare with the run before</source>
        <translation>이전 실행과 비교</translation>
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
        <source>Show log</source>
        <translation>기록 보기</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 실패: {1}</translation>
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
    <name>Saving</name>
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
        <source>left out, without finite values: {0}</source>
        <translation>유한하지 않은 {0} 제외</translation>
    </message>
    <message>
        <source>a sample of {0} is drawn, and all extremes</source>
        <translation>표본 {0}개와 극값을 모두 그립니다</translation>
    </message>
    <message>
        <source>{0} over {1}, {2}</source>
        <translation>{1} 대비 {0}, {2}</translation>
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
        <translation>집합</translation>
    </message>
    <message>
        <source>All originals against all reconstructions, as two sets: press to fold or unfold</source>
        <translation>모든 원본과 모든 복원을 두 집합으로 비교합니다. 누르면 접거나 펼칩니다</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>집합</translation>
    </message>
</context>
<context>
    <name>SetsDialog</name>
    <message>
        <source>Compare sets of pictures</source>
        <translation>이미지 집합 비교</translation>
    </message>
    <message>
        <source>Real pictures</source>
        <translation>실제 이미지</translation>
    </message>
    <message>
        <source>Held-out real pictures</source>
        <translation>학습에 쓰지 않은 실제 이미지</translation>
    </message>
    <message>
        <source>optional: asks whether the generator copies</source>
        <translation>선택 사항: 생성기가 베끼는지 확인합니다</translation>
    </message>
    <message>
        <source>Generated sets</source>
        <translation>생성된 집합</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>alexnet ships with VAELab; inception needs its file, and gives FID, KID and inception score</source>
        <translation>alexnet은 VAELab에 들어 있습니다. inception에는 파일이 필요하며 FID, KID, Inception Score를 제공합니다</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>보고서 열기</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Nearest pictures</source>
        <translation>가장 가까운 이미지</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Choose: {0}</source>
        <translation>선택: {0}</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>중지하는 중 …</translation>
    </message>
    <message>
        <source>Choose a folder of real pictures first.</source>
        <translation>먼저 실제 이미지 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>중지했습니다. 아무것도 기록하지 않았습니다.</translation>
    </message>
    <message>
        <source>Those nearest to a real picture; below each, that real picture</source>
        <translation>실제 이미지에 가장 가까운 것. 아래는 그 실제 이미지</translation>
    </message>
    <message>
        <source>Drawn at random; below each, its nearest real picture</source>
        <translation>무작위로 고른 것. 아래는 가장 가까운 실제 이미지</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>설정 페이지</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
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
        <source>study of precisions</source>
        <translation>정밀도 비교</translation>
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
        <source>{0} is a program: trust its file, or untick or remove it.</source>
        <translation>{0}은(는) 프로그램입니다. 파일을 신뢰하거나, 선택을 해제하거나, 제거하세요.</translation>
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
        <source>1 image</source>
        <translation>이미지 1개</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>이미지 {0}개</translation>
    </message>
    <message>
        <source>1 VAE</source>
        <translation>VAE 1개</translation>
    </message>
    <message>
        <source>{0} VAEs</source>
        <translation>VAE {0}개</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1개 행</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0}개 행</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Every key can be changed in the settings.</source>
        <translation>모든 키는 설정에서 바꿀 수 있습니다.</translation>
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
        <source>Mouse in the viewer</source>
        <translation>뷰어에서 마우스</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대/축소</translation>
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
</context>
<context>
    <name>StatusMeter</name>
    <message>
        <source>Memory of the GPU: in use by all programs, total, most since the run began</source>
        <translation>GPU 메모리: 모든 프로그램의 사용량, 전체, 실행 시작 이후 최대</translation>
    </message>
    <message>
        <source>Memory of this computer: in use by all programs, total</source>
        <translation>컴퓨터 메모리: 모든 프로그램의 사용량, 전체</translation>
    </message>
    <message>
        <source>What the run runs on, and in which precision</source>
        <translation>실행하는 장치와 정밀도</translation>
    </message>
    <message>
        <source>Each row is on disk as soon as it is measured</source>
        <translation>각 행은 측정되는 즉시 디스크에 저장됩니다</translation>
    </message>
    <message>
        <source>RAM {0}/{1} GB</source>
        <translation>RAM {0}/{1} GB</translation>
    </message>
    <message>
        <source>VRAM {0}/{1} GB (peak {2})</source>
        <translation>VRAM {0}/{1} GB (최대 {2})</translation>
    </message>
    <message>
        <source>run saved</source>
        <translation>실행 저장됨</translation>
    </message>
    <message>
        <source>rows rescued into {0}</source>
        <translation>행을 {0}에 옮겨 보관함</translation>
    </message>
    <message>
        <source>run saved {0} ago</source>
        <translation>{0} 전에 실행 저장됨</translation>
    </message>
</context>
<context>
    <name>SummaryModel</name>
    <message>
        <source>{0} failed</source>
        <translation>{0}개 실패</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로필</translation>
    </message>
    <message>
        <source>in words</source>
        <translation>말로</translation>
    </message>
    <message>
        <source>Each quality in a word; the tooltip of a cell has the thresholds.</source>
        <translation>각 품질을 한 단어로 나타냅니다. 기준값은 칸의 도움말에 있습니다.</translation>
    </message>
    <message>
        <source>images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Images that the means are made of: those that all VAEs have finished.</source>
        <translation>평균에 쓰인 이미지 수: 모든 VAE가 처리를 마친 이미지.</translation>
    </message>
    <message>
        <source>not compared: {0}</source>
        <translation>비교하지 않음: {0}</translation>
    </message>
    <message>
        <source>∞ on {0} of {1}</source>
        <translation>{1}개 중 {0}개에서 ∞</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}개 중 {0}개</translation>
    </message>
    <message>
        <source>95 % interval of the mean: {0:.4g} to {1:.4g}</source>
        <translation>평균의 95 % 구간: {0:.4g} ~ {1:.4g}</translation>
    </message>
    <message>
        <source>over {0}</source>
        <translation>{0} 기준</translation>
    </message>
    <message>
        <source>∞ on {0} of {1}; the mean is of the finite ones</source>
        <translation>{1}개 중 {0}개에서 ∞. 평균은 유한한 값만으로 구함</translation>
    </message>
    <message>
        <source>mean distance of the images from {0:g}: {1:.4g}</source>
        <translation>이미지별로 {0:g}에서 벗어난 거리의 평균: {1:.4g}</translation>
    </message>
    <message>
        <source>Against {0}:</source>
        <translation>{0}와(과) 비교:</translation>
    </message>
    <message>
        <source>difference {0:+.4g}</source>
        <translation>차이 {0:+.4g}</translation>
    </message>
    <message>
        <source>95 % interval {0:+.4g} to {1:+.4g}</source>
        <translation>95 % 구간 {0:+.4g} ~ {1:+.4g}</translation>
    </message>
    <message>
        <source>better on {0} of {1}</source>
        <translation>{1} 중 {0}개에서 더 좋음</translation>
    </message>
    <message>
        <source>p = {0} after Holm</source>
        <translation>p = {0} (Holm 보정 후)</translation>
    </message>
    <message>
        <source>≈ these images do not tell them apart</source>
        <translation>≈ 이 이미지들로는 구분되지 않음</translation>
    </message>
    <message>
        <source>▲ better</source>
        <translation>▲ 좋음</translation>
    </message>
    <message>
        <source>▼ worse</source>
        <translation>▼ 나쁨</translation>
    </message>
    <message>
        <source>{0} excluded</source>
        <translation>{0}개 제외</translation>
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
        <translation>제외한 이미지 보기</translation>
    </message>
    <message>
        <source>Difference to</source>
        <translation>비교 기준</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>● best   ○ second best, where the test decides</source>
        <translation>● 최고   ○ 차선 (검정으로 가려질 때)</translation>
    </message>
    <message>
        <source>{0} columns are read together, each corrected for itself</source>
        <translation>{0}개 열을 함께 읽으며 각각 따로 보정합니다</translation>
    </message>
    <message>
        <source>A mark is given where the paired test decides. Columns with an arrow (→) are judged by the mean distance of the images from the ideal.</source>
        <translation>표시는 대응 검정으로 가려질 때만 붙습니다. 화살표(→)가 있는 열은 이미지들의 이상값과의 평균 거리로 판정합니다.</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>좋은 순</translation>
    </message>
    <message>
        <source>▲ better, ▼ worse, ≈ not told apart; under it: on how many of the images it is better</source>
        <translation>▲ 좋음, ▼ 나쁨, ≈ 구분되지 않음. 아래: 더 좋은 이미지의 수</translation>
    </message>
    <message>
        <source>[ ] 95 % interval of the mean</source>
        <translation>[ ] 평균의 95 % 구간</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>n = {0} ({1} excluded)</source>
        <translation>n = {0} ({1}개 제외)</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>나쁜 순</translation>
    </message>
</context>
<context>
    <name>ThumbStrip</name>
    <message>
        <source>The first of {0}, as they will be measured</source>
        <translation>{0} 중 처음 몇 개, 측정될 모습 그대로</translation>
    </message>
    <message>
        <source>Your images, as they will be measured</source>
        <translation>내 이미지, 측정될 모습 그대로</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Pictures of this trial</source>
        <translation>이 시행의 이미지</translation>
    </message>
</context>
<context>
    <name>TrustCard</name>
    <message>
        <source>{0} is a program</source>
        <translation>{0}은(는) 프로그램입니다</translation>
    </message>
    <message>
        <source>press the button, which holds until the window closes</source>
        <translation>버튼을 누르세요(창을 닫을 때까지 적용됩니다)</translation>
    </message>
    <message>
        <source>Trust this file</source>
        <translation>이 파일 신뢰</translation>
    </message>
    <message>
        <source>Let the program run when this VAE is measured</source>
        <translation>이 VAE를 측정할 때 프로그램 실행을 허용합니다</translation>
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
    <name>UnusedGPUButton</name>
    <message>
        <source>{0} GPU not used</source>
        <translation>{0} GPU를 사용하지 않음</translation>
    </message>
    <message>
        <source>The installed PyTorch cannot use the {0} GPU: click to see what to do</source>
        <translation>설치된 PyTorch가 {0} GPU를 사용할 수 없습니다. 클릭하면 해결 방법을 볼 수 있습니다</translation>
    </message>
</context>
<context>
    <name>UnusedGPUDialog</name>
    <message>
        <source>{0} GPU not used</source>
        <translation>{0} GPU를 사용하지 않음</translation>
    </message>
    <message>
        <source>This computer has the driver of an {0} GPU, but the {1} build of PyTorch is installed. VAEs run many times faster with the {2} build.</source>
        <translation>이 컴퓨터에는 {0} GPU 드라이버가 있지만 PyTorch {1} 빌드가 설치되어 있습니다. {2} 빌드를 쓰면 VAE가 몇 배 더 빠르게 실행됩니다.</translation>
    </message>
    <message>
        <source>Close VAELab, run these commands in a terminal, then start VAELab again. The download is a few GB.</source>
        <translation>VAELab을 닫고 터미널에서 다음 명령을 실행한 뒤 VAELab을 다시 시작하세요. 다운로드 크기는 수 GB입니다.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>VAEMenu</name>
    <message>
        <source>Used by the run: it can be changed afterwards</source>
        <translation>실행에 쓰이고 있습니다. 끝난 뒤 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Compare others with it</source>
        <translation>비교 기준으로 사용</translation>
    </message>
    <message>
        <source>Add once more in</source>
        <translation>다른 정밀도로 추가</translation>
    </message>
    <message>
        <source>each of {0}</source>
        <translation>{0} 각각</translation>
    </message>
    <message>
        <source>A study of precisions: the summary says how each differs from fp32</source>
        <translation>정밀도 비교: 요약에 fp32와의 차이가 표시됩니다</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>파일 보기</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>SHA-256 복사</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>as in the options</source>
        <translation>옵션과 같게</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>as its family is built</source>
        <translation>모델 계열 기본값</translation>
    </message>
    <message>
        <source>Padding at the edges</source>
        <translation>가장자리 패딩</translation>
    </message>
    <message>
        <source>Encode with</source>
        <translation>인코딩에 사용할 VAE</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>학습된 가중치</translation>
    </message>
    <message>
        <source>averaged (EMA)</source>
        <translation>평균 가중치 (EMA)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>its own encoder</source>
        <translation>자체 인코더</translation>
    </message>
</context>
<context>
    <name>VAERow</name>
    <message>
        <source>Use {0}</source>
        <translation>{0} 사용</translation>
    </message>
    <message>
        <source>Name of {0} in tables</source>
        <translation>표에 쓰는 {0}의 이름</translation>
    </message>
    <message>
        <source>A run uses this VAE: it can be changed when the run has ended.</source>
        <translation>실행에 쓰이는 VAE입니다. 실행이 끝나면 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>next run</source>
        <translation>다음 실행</translation>
    </message>
    <message>
        <source>It was added while a run went on</source>
        <translation>실행 중에 추가되었습니다</translation>
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
        <source>a program, which was not run</source>
        <translation>프로그램 (실행하지 않음)</translation>
    </message>
    <message>
        <source>encoder of {0}</source>
        <translation>{0}의 인코더</translation>
    </message>
    <message>
        <source>padding {0}</source>
        <translation>패딩 {0}</translation>
    </message>
    <message>
        <source>EMA weights</source>
        <translation>EMA 가중치</translation>
    </message>
    <message>
        <source>What to do with {0}</source>
        <translation>{0} 메뉴</translation>
    </message>
    <message>
        <source>The same file as {0}</source>
        <translation>{0}와(과) 같은 파일</translation>
    </message>
    <message>
        <source>reading the header …</source>
        <translation>헤더를 읽는 중 …</translation>
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
        <source>From the Hugging Face Hub…</source>
        <translation>Hugging Face Hub에서…</translation>
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
        <source>A file, a folder, or a built-in</source>
        <translation>파일, 폴더 또는 내장 VAE</translation>
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
    <name>VerificationWindow</name>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>최대 편차</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>허용 오차</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>common images</source>
        <translation>공통 이미지</translation>
    </message>
    <message>
        <source>means and percentiles</source>
        <translation>평균과 백분위수</translation>
    </message>
    <message>
        <source>intervals of means</source>
        <translation>평균의 구간</translation>
    </message>
    <message>
        <source>J and its terms</source>
        <translation>J와 그 항</translation>
    </message>
    <message>
        <source>intervals of J and its terms</source>
        <translation>J와 그 항의 구간</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>intervals of differences</source>
        <translation>차이의 구간</translation>
    </message>
    <message>
        <source>p-values</source>
        <translation>p 값</translation>
    </message>
    <message>
        <source>verdicts</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>ranks and letters</source>
        <translation>순위와 문자</translation>
    </message>
    <message>
        <source>protocol hash</source>
        <translation>프로토콜 해시</translation>
    </message>
    <message>
        <source>Verify {0}</source>
        <translation>{0} 검증</translation>
    </message>
    <message>
        <source>Reading the run</source>
        <translation>실행을 읽는 중</translation>
    </message>
    <message>
        <source>How far the verification is</source>
        <translation>검증 진행 상황</translation>
    </message>
    <message>
        <source>What was not recomputed, and the libraries</source>
        <translation>다시 계산하지 않은 것과 라이브러리</translation>
    </message>
    <message>
        <source>Worst deviation of each column</source>
        <translation>각 열의 최대 편차</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown으로 복사</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>보고서 열기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Recomputing rows from their pictures: {0} of {1}</source>
        <translation>이미지에서 행을 다시 계산하는 중: {0} / {1}</translation>
    </message>
    <message>
        <source>Recomputing the summary: column {0} of {1}</source>
        <translation>요약을 다시 계산하는 중: 열 {0} / {1}</translation>
    </message>
    <message>
        <source>With {0}.</source>
        <translation>사용: {0}.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
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
        <source>Charts</source>
        <translation>차트</translation>
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
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Swipe: drag the line</source>
        <translation>스와이프: 선을 끌기</translation>
    </message>
    <message>
        <source>Blink: both in one place, in turn</source>
        <translation>깜박임: 한 자리에서 번갈아</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Map of the error</source>
        <translation>오차 지도</translation>
    </message>
    <message>
        <source>All VAEs at once</source>
        <translation>모든 VAE 한꺼번에</translation>
    </message>
    <message>
        <source>Hold to see the original in place</source>
        <translation>누르고 있으면 같은 자리에 원본</translation>
    </message>
    <message>
        <source>Hold to enlarge the spot under the pointer</source>
        <translation>누르는 동안 포인터 아래를 확대</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>좌우 바꾸기</translation>
    </message>
    <message>
        <source>Pin the pixel in the middle; the key, the one under the pointer</source>
        <translation>가운데 픽셀 고정. 키를 누르면 포인터 아래 픽셀을 고정</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>히스토그램</translation>
    </message>
    <message>
        <source>Marker: expected and read</source>
        <translation>마커: 기준값과 측정값</translation>
    </message>
</context>
<context>
    <name>ViewerKeys</name>
    <message>
        <source>Hold: original in place</source>
        <translation>누르는 동안: 같은 자리에 원본 표시</translation>
    </message>
    <message>
        <source>Hold: loupe on both pictures</source>
        <translation>누르는 동안: 두 이미지에 돋보기</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>좌우 바꾸기</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>다음 줄</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>이전 줄</translation>
    </message>
    <message>
        <source>Next VAE of the same image</source>
        <translation>같은 이미지의 다음 VAE</translation>
    </message>
    <message>
        <source>Previous VAE of the same image</source>
        <translation>같은 이미지의 이전 VAE</translation>
    </message>
    <message>
        <source>Worst, next worst</source>
        <translation>가장 나쁜 것, 그다음 나쁜 것</translation>
    </message>
    <message>
        <source>Back to the worse</source>
        <translation>더 나쁜 쪽으로 돌아가기</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Pan left; in swipe, move the line</source>
        <translation>왼쪽으로 이동. 스와이프에서는 선 이동</translation>
    </message>
    <message>
        <source>Pan right; in swipe, move the line</source>
        <translation>오른쪽으로 이동. 스와이프에서는 선 이동</translation>
    </message>
    <message>
        <source>Pan up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Pan down</source>
        <translation>아래로 이동</translation>
    </message>
    <message>
        <source>{0}, ten times as far</source>
        <translation>{0}, 열 배 멀리</translation>
    </message>
    <message>
        <source>More gain</source>
        <translation>배율 높이기</translation>
    </message>
    <message>
        <source>Less gain</source>
        <translation>배율 낮추기</translation>
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
        <source>Pin the probe, or take the pin away</source>
        <translation>픽셀 값 고정 또는 해제</translation>
    </message>
    <message>
        <source>Take all pins away</source>
        <translation>모든 고정 해제</translation>
    </message>
    <message>
        <source>Flag the image</source>
        <translation>이미지 표시</translation>
    </message>
    <message>
        <source>Leave the image out of the means</source>
        <translation>이미지를 평균에서 제외</translation>
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
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>100 %: one image pixel per screen pixel</source>
        <translation>100 %: 이미지 픽셀 하나가 화면 픽셀 하나</translation>
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
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Views</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Columns, order, widths, filter and sort, kept under a name</source>
        <translation>열, 순서, 너비, 필터, 정렬을 이름을 붙여 보관</translation>
    </message>
    <message>
        <source>Fidelity</source>
        <translation>충실도</translation>
    </message>
    <message>
        <source>Detail and frequencies</source>
        <translation>디테일과 주파수</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>마커</translation>
    </message>
    <message>
        <source>Latent and speed</source>
        <translation>잠재 표현과 속도</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>내 프리셋</translation>
    </message>
    <message>
        <source>Save what is shown as …</source>
        <translation>현재 화면을 저장 …</translation>
    </message>
    <message>
        <source>Update “{0}”</source>
        <translation>‘{0}’ 업데이트</translation>
    </message>
    <message>
        <source>Rename “{0}”</source>
        <translation>‘{0}’ 이름 바꾸기</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>새 이름</translation>
    </message>
    <message>
        <source>Delete “{0}”</source>
        <translation>‘{0}’ 삭제</translation>
    </message>
    <message>
        <source>View: {0}</source>
        <translation>보기: {0}</translation>
    </message>
</context>
<context>
    <name>WeightsBar</name>
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
        <source>best of {0}</source>
        <translation>{0}개 중 1위</translation>
    </message>
    <message>
        <source>second best of {0}</source>
        <translation>{0}개 중 2위</translation>
    </message>
    <message>
        <source>place {0} of {1}</source>
        <translation>{1}개 중 {0}위</translation>
    </message>
    <message>
        <source>Unit: {0}. </source>
        <translation>단위: {0}. </translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Report (*.html)</source>
        <translation>보고서 (*.html)</translation>
    </message>
    <message>
        <source>Summary as Markdown (*.md)</source>
        <translation>요약 Markdown (*.md)</translation>
    </message>
    <message>
        <source>Copy table as Markdown</source>
        <translation>표를 Markdown으로 복사</translation>
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
        <source>Summary for a spreadsheet (*.tsv)</source>
        <translation>스프레드시트용 요약 (*.tsv)</translation>
    </message>
    <message>
        <source>Copy table as TSV</source>
        <translation>표를 TSV로 복사</translation>
    </message>
    <message>
        <source>Summary for a forum (*.bbcode)</source>
        <translation>포럼용 요약 (*.bbcode)</translation>
    </message>
    <message>
        <source>Copy table as BBCode</source>
        <translation>표를 BBCode로 복사</translation>
    </message>
</context>
<context>
    <name>heat</name>
    <message>
        <source>Colours</source>
        <translation>색 입히기</translation>
    </message>
    <message>
        <source>Colour the cells by their values</source>
        <translation>값에 따라 칸에 색 입히기</translation>
    </message>
    <message>
        <source>Colour the cells by how far they are from what is wanted: bright is best, dark is worst, in each column</source>
        <translation>바람직한 값에서 벗어난 정도에 따라 칸에 색을 입힙니다. 열마다 밝을수록 좋고 어두울수록 나쁩니다</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{1}에서 {0} 벗어남</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Learned perceptual distance (LPIPS v0.1, AlexNet) between original and reconstruction.</source>
        <translation>원본과 복원 사이의 학습된 지각 거리 (LPIPS v0.1, AlexNet).</translation>
    </message>
    <message>
        <source>Gradient x</source>
        <translation>기울기 x</translation>
    </message>
    <message>
        <source>Mean squared luma gradient of the original.</source>
        <translation>원본의 휘도 기울기 제곱 평균.</translation>
    </message>
    <message>
        <source>Gradient x̂</source>
        <translation>기울기 x̂</translation>
    </message>
    <message>
        <source>Mean squared luma gradient of the reconstruction.</source>
        <translation>복원의 휘도 기울기 제곱 평균.</translation>
    </message>
    <message>
        <source>Gradient energy of the reconstruction over that of the original: below 1 is blur, above 1 added detail.</source>
        <translation>원본 대비 복원의 기울기 에너지: 1보다 작으면 흐려짐, 크면 디테일이 더해짐.</translation>
    </message>
    <message>
        <source>Colours x</source>
        <translation>색 수 x</translation>
    </message>
    <message>
        <source>Number of distinct RGB triples of the original.</source>
        <translation>원본의 서로 다른 RGB 값의 수.</translation>
    </message>
    <message>
        <source>Colours x̂</source>
        <translation>색 수 x̂</translation>
    </message>
    <message>
        <source>Number of distinct RGB triples of the reconstruction.</source>
        <translation>복원의 서로 다른 RGB 값의 수.</translation>
    </message>
    <message>
        <source>Distinct colours of the reconstruction over those of the original.</source>
        <translation>원본 대비 복원의 서로 다른 색 수의 비율.</translation>
    </message>
    <message>
        <source>Colour entropy x</source>
        <translation>색 엔트로피 x</translation>
    </message>
    <message>
        <source>Shannon entropy of the original's RGB histogram with 32 bins per channel.</source>
        <translation>채널당 32구간으로 나눈 원본 RGB 히스토그램의 섀넌 엔트로피.</translation>
    </message>
    <message>
        <source>Colour entropy x̂</source>
        <translation>색 엔트로피 x̂</translation>
    </message>
    <message>
        <source>Shannon entropy of the reconstruction's RGB histogram with 32 bins per channel.</source>
        <translation>채널당 32구간으로 나눈 복원 RGB 히스토그램의 섀넌 엔트로피.</translation>
    </message>
    <message>
        <source>FFT magnitude</source>
        <translation>FFT 크기</translation>
    </message>
    <message>
        <source>Correlation of the log magnitudes of the two luma spectra.</source>
        <translation>두 휘도 스펙트럼의 로그 크기 사이의 상관.</translation>
    </message>
    <message>
        <source>FFT phase</source>
        <translation>FFT 위상</translation>
    </message>
    <message>
        <source>Phase agreement of the two luma spectra, weighted by magnitude.</source>
        <translation>크기로 가중한 두 휘도 스펙트럼의 위상 일치도.</translation>
    </message>
    <message>
        <source>Low band</source>
        <translation>저주파 대역</translation>
    </message>
    <message>
        <source>Power of the reconstruction over that of the original up to 1/6 cycles per pixel.</source>
        <translation>픽셀당 1/6주기까지의 원본 대비 복원 파워.</translation>
    </message>
    <message>
        <source>Mid band</source>
        <translation>중간 대역</translation>
    </message>
    <message>
        <source>Power of the reconstruction over that of the original from 1/6 to 1/3 cycles per pixel.</source>
        <translation>픽셀당 1/6~1/3주기에서 원본 대비 복원 파워.</translation>
    </message>
    <message>
        <source>High band</source>
        <translation>고주파 대역</translation>
    </message>
    <message>
        <source>Power of the reconstruction over that of the original above 1/3 cycles per pixel: below 1 is blur, above 1 invented detail.</source>
        <translation>픽셀당 1/3주기 초과에서 원본 대비 복원 파워: 1보다 작으면 흐려짐, 크면 없던 디테일이 생김.</translation>
    </message>
    <message>
        <source>Mean absolute error over pixels and channels, values in [0, 1].</source>
        <translation>픽셀과 채널 전체의 평균 절대 오차, 값 범위 [0, 1].</translation>
    </message>
    <message>
        <source>Mean absolute error of the red channel.</source>
        <translation>빨강 채널의 평균 절대 오차.</translation>
    </message>
    <message>
        <source>Mean absolute error of the green channel.</source>
        <translation>초록 채널의 평균 절대 오차.</translation>
    </message>
    <message>
        <source>Mean absolute error of the blue channel.</source>
        <translation>파랑 채널의 평균 절대 오차.</translation>
    </message>
    <message>
        <source>Bias R</source>
        <translation>편향 R</translation>
    </message>
    <message>
        <source>Mean signed error of the red channel: above 0 is too red.</source>
        <translation>빨강 채널의 부호 있는 평균 오차: 0보다 크면 너무 붉음.</translation>
    </message>
    <message>
        <source>Bias G</source>
        <translation>편향 G</translation>
    </message>
    <message>
        <source>Mean signed error of the green channel: above 0 is too green.</source>
        <translation>초록 채널의 부호 있는 평균 오차: 0보다 크면 너무 초록.</translation>
    </message>
    <message>
        <source>Bias B</source>
        <translation>편향 B</translation>
    </message>
    <message>
        <source>Mean signed error of the blue channel: above 0 is too blue.</source>
        <translation>파랑 채널의 부호 있는 평균 오차: 0보다 크면 너무 푸름.</translation>
    </message>
    <message>
        <source>Mean squared error over pixels and channels, values in [0, 1].</source>
        <translation>픽셀과 채널 전체의 평균 제곱 오차, 값 범위 [0, 1].</translation>
    </message>
    <message>
        <source>Square root of the mean squared error.</source>
        <translation>평균 제곱 오차의 제곱근.</translation>
    </message>
    <message>
        <source>Max error</source>
        <translation>최대 오차</translation>
    </message>
    <message>
        <source>Largest absolute error of any pixel and channel.</source>
        <translation>모든 픽셀과 채널 중 가장 큰 절대 오차.</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio over pixels and channels.</source>
        <translation>픽셀과 채널 전체의 최대 신호 대 잡음비.</translation>
    </message>
    <message>
        <source>Structural similarity (Wang et al. 2004), mean over the three channels.</source>
        <translation>구조적 유사도 (Wang 외 2004), 세 채널의 평균.</translation>
    </message>
    <message>
        <source>Structural similarity over five scales (Wang et al. 2003).</source>
        <translation>다섯 배율에 걸친 구조적 유사도 (Wang 외 2003).</translation>
    </message>
    <message>
        <source>What an eye sees of the difference when it flips between the two images, 67 pixels to a degree, mean over pixels.</source>
        <translation>두 이미지를 번갈아 볼 때 눈에 보이는 차이. 1도당 67픽셀, 전체 픽셀의 평균.</translation>
    </message>
    <message>
        <source>SSIM luminance</source>
        <translation>SSIM 휘도</translation>
    </message>
    <message>
        <source>The luminance factor of SSIM, mean over positions and channels.</source>
        <translation>SSIM의 휘도 인자. 위치와 채널의 평균.</translation>
    </message>
    <message>
        <source>SSIM contrast</source>
        <translation>SSIM 대비</translation>
    </message>
    <message>
        <source>The contrast factor of SSIM, mean over positions and channels.</source>
        <translation>SSIM의 대비 인자. 위치와 채널의 평균.</translation>
    </message>
    <message>
        <source>SSIM structure</source>
        <translation>SSIM 구조</translation>
    </message>
    <message>
        <source>The structure factor of SSIM, mean over positions and channels.</source>
        <translation>SSIM의 구조 인자. 위치와 채널의 평균.</translation>
    </message>
    <message>
        <source>Shift x</source>
        <translation>이동 x</translation>
    </message>
    <message>
        <source>How far the reconstruction lies to the right of the original.</source>
        <translation>복원 이미지가 원본보다 오른쪽으로 벗어난 거리.</translation>
    </message>
    <message>
        <source>Shift y</source>
        <translation>이동 y</translation>
    </message>
    <message>
        <source>How far the reconstruction lies below the original.</source>
        <translation>복원 이미지가 원본보다 아래로 벗어난 거리.</translation>
    </message>
    <message>
        <source>Sharpness ratio</source>
        <translation>선명도 비율</translation>
    </message>
    <message>
        <source>Variance of the luma's Laplacian, reconstruction over original.</source>
        <translation>휘도 라플라시안의 분산. 복원 ÷ 원본.</translation>
    </message>
    <message>
        <source>Edge ratio</source>
        <translation>에지 비율</translation>
    </message>
    <message>
        <source>Share of pixels with a Sobel magnitude over 50, reconstruction over original.</source>
        <translation>소벨 크기가 50을 넘는 픽셀의 비율. 복원 ÷ 원본.</translation>
    </message>
    <message>
        <source>Saturation ratio</source>
        <translation>채도 비율</translation>
    </message>
    <message>
        <source>Mean HSV saturation, reconstruction over original.</source>
        <translation>HSV 채도의 평균. 복원 ÷ 원본.</translation>
    </message>
    <message>
        <source>Lab volume ratio</source>
        <translation>Lab 부피 비율</translation>
    </message>
    <message>
        <source>Volume of the colours' convex hull in L*a*b*, reconstruction over original.</source>
        <translation>L*a*b*에서 색의 볼록 껍질 부피. 복원 ÷ 원본.</translation>
    </message>
    <message>
        <source>ΔE mean</source>
        <translation>ΔE 평균</translation>
    </message>
    <message>
        <source>CIEDE2000 colour difference, mean over pixels; about 1 is just noticeable.</source>
        <translation>CIEDE2000 색차의 픽셀 평균. 1 정도면 겨우 알아볼 수 있습니다.</translation>
    </message>
    <message>
        <source>CIEDE2000 colour difference, 95th percentile over pixels.</source>
        <translation>CIEDE2000 색차의 픽셀 95 백분위수.</translation>
    </message>
    <message>
        <source>KL divergence of the posterior from N(0, I), summed over the latent.</source>
        <translation>사후분포와 N(0, I) 사이의 KL 발산, 잠재 표현 전체의 합.</translation>
    </message>
    <message>
        <source>KL/dim</source>
        <translation>KL/차원</translation>
    </message>
    <message>
        <source>KL divergence divided by the number of latent elements.</source>
        <translation>KL 발산을 잠재 표현의 원소 수로 나눈 값.</translation>
    </message>
    <message>
        <source>Latent mean</source>
        <translation>잠재 평균</translation>
    </message>
    <message>
        <source>Mean of the posterior's mode over the image's latent.</source>
        <translation>이미지의 잠재 표현에서 사후분포 최빈값의 평균.</translation>
    </message>
    <message>
        <source>Latent std</source>
        <translation>잠재 표준편차</translation>
    </message>
    <message>
        <source>Standard deviation of the posterior's mode over the image's latent.</source>
        <translation>이미지의 잠재 표현에서 사후분포 최빈값의 표준편차.</translation>
    </message>
    <message>
        <source>Posterior variance</source>
        <translation>사후분산</translation>
    </message>
    <message>
        <source>Variance of the posterior, mean over the image's latent.</source>
        <translation>사후분포의 분산, 이미지의 잠재 표현 전체의 평균.</translation>
    </message>
    <message>
        <source>Codebook usage</source>
        <translation>코드북 사용률</translation>
    </message>
    <message>
        <source>Share of the codebook's entries that the image uses at least once.</source>
        <translation>이미지가 한 번 이상 쓰는 코드북 항목의 비율.</translation>
    </message>
    <message>
        <source>Code entropy</source>
        <translation>코드 엔트로피</translation>
    </message>
    <message>
        <source>Shannon entropy of the image's codebook indices; over several codebooks, mean over all indices.</source>
        <translation>이미지의 코드북 인덱스의 섀넌 엔트로피. 코드북이 여럿이면 모든 인덱스의 평균.</translation>
    </message>
    <message>
        <source>Code perplexity</source>
        <translation>코드 퍼플렉시티</translation>
    </message>
    <message>
        <source>Two to the power of the code entropy: how many entries, used equally often, would have it.</source>
        <translation>2의 코드 엔트로피 제곱: 고르게 쓰인다고 볼 때의 항목 수.</translation>
    </message>
    <message>
        <source>Bits/px</source>
        <translation>비트/px</translation>
    </message>
    <message>
        <source>What the latent costs: codes times log2 of the codebook's entries, or the KL divergence in bits, over the image's pixels.</source>
        <translation>잠재 표현의 비용: 코드 수 × 코드북 항목 수의 log2, 또는 비트 단위 KL 발산을 이미지 픽셀 수로 나눈 값.</translation>
    </message>
    <message>
        <source>Bits/px, entropy</source>
        <translation>비트/px, 엔트로피</translation>
    </message>
    <message>
        <source>Codes times the image's code entropy over the image's pixels.</source>
        <translation>코드 수 × 이미지의 코드 엔트로피를 이미지 픽셀 수로 나눈 값.</translation>
    </message>
    <message>
        <source>Rec. loss</source>
        <translation>복원 손실</translation>
    </message>
    <message>
        <source>Squared error summed over the image, values in [-1, 1]: the Gaussian likelihood term up to constants.</source>
        <translation>이미지 전체의 제곱 오차 합, 값 범위 [-1, 1]: 상수를 뺀 가우스 우도 항.</translation>
    </message>
    <message>
        <source>Total loss</source>
        <translation>총 손실</translation>
    </message>
    <message>
        <source>Reconstruction loss plus KL: the negative evidence lower bound up to constants.</source>
        <translation>재구성 손실 + KL: 상수를 제외한 음의 변분 하한.</translation>
    </message>
    <message>
        <source>Seam</source>
        <translation>이음매</translation>
    </message>
    <message>
        <source>Steps of the error across the borders of tiles over those elsewhere; above 1 the tiles can be seen.</source>
        <translation>타일 경계를 넘는 오차의 단차 ÷ 그 밖의 단차. 1을 넘으면 타일이 보인다.</translation>
    </message>
    <message>
        <source>Latent drift ×1</source>
        <translation>잠재 표류 ×1</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after one pass: length of the difference over that of the original's latent.</source>
        <translation>VAE를 1회 통과한 뒤 잠재가 원본의 잠재에서 벗어난 정도: 차이 길이 ÷ 원본 잠재 길이.</translation>
    </message>
    <message>
        <source>PSNR of the picture after 2 passes through the VAE against the original.</source>
        <translation>VAE를 2회 통과한 이미지와 원본의 PSNR.</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 2 passes through the VAE against the original.</source>
        <translation>VAE를 2회 통과한 이미지와 원본의 LPIPS.</translation>
    </message>
    <message>
        <source>Latent drift ×2</source>
        <translation>잠재 표류 ×2</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 2 passes: length of the difference over that of the original's latent.</source>
        <translation>VAE를 2회 통과한 뒤 잠재가 원본의 잠재에서 벗어난 정도: 차이 길이 ÷ 원본 잠재 길이.</translation>
    </message>
    <message>
        <source>PSNR of the picture after 4 passes through the VAE against the original.</source>
        <translation>VAE를 4회 통과한 이미지와 원본의 PSNR.</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 4 passes through the VAE against the original.</source>
        <translation>VAE를 4회 통과한 이미지와 원본의 LPIPS.</translation>
    </message>
    <message>
        <source>Latent drift ×4</source>
        <translation>잠재 표류 ×4</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 4 passes: length of the difference over that of the original's latent.</source>
        <translation>VAE를 4회 통과한 뒤 잠재가 원본의 잠재에서 벗어난 정도: 차이 길이 ÷ 원본 잠재 길이.</translation>
    </message>
    <message>
        <source>PSNR of the picture after 8 passes through the VAE against the original.</source>
        <translation>VAE를 8회 통과한 이미지와 원본의 PSNR.</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 8 passes through the VAE against the original.</source>
        <translation>VAE를 8회 통과한 이미지와 원본의 LPIPS.</translation>
    </message>
    <message>
        <source>Latent drift ×8</source>
        <translation>잠재 표류 ×8</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 8 passes: length of the difference over that of the original's latent.</source>
        <translation>VAE를 8회 통과한 뒤 잠재가 원본의 잠재에서 벗어난 정도: 차이 길이 ÷ 원본 잠재 길이.</translation>
    </message>
    <message>
        <source>PSNR of the picture after 16 passes through the VAE against the original.</source>
        <translation>VAE를 16회 통과한 이미지와 원본의 PSNR.</translation>
    </message>
    <message>
        <source>LPIPS of the picture after 16 passes through the VAE against the original.</source>
        <translation>VAE를 16회 통과한 이미지와 원본의 LPIPS.</translation>
    </message>
    <message>
        <source>Latent drift ×16</source>
        <translation>잠재 표류 ×16</translation>
    </message>
    <message>
        <source>How far the latent is from the original's after 16 passes: length of the difference over that of the original's latent.</source>
        <translation>VAE를 16회 통과한 뒤 잠재가 원본의 잠재에서 벗어난 정도: 차이 길이 ÷ 원본 잠재 길이.</translation>
    </message>
    <message>
        <source>Latent, scale</source>
        <translation>잠재(축소)</translation>
    </message>
    <message>
        <source>Latent of the picture scaled to half against the latent scaled to half: length of the difference over that of the latent.</source>
        <translation>절반으로 줄인 이미지의 잠재와 절반으로 줄인 잠재의 차이 길이를 잠재 길이로 나눈 값.</translation>
    </message>
    <message>
        <source>LPIPS, scale</source>
        <translation>LPIPS(축소)</translation>
    </message>
    <message>
        <source>LPIPS of what the latent scaled to half decodes to against the picture scaled to half.</source>
        <translation>절반으로 줄인 잠재를 복호한 이미지와 절반으로 줄인 이미지의 LPIPS.</translation>
    </message>
    <message>
        <source>Latent, turn</source>
        <translation>잠재(회전)</translation>
    </message>
    <message>
        <source>Latent of the picture turned by a quarter against the latent turned by a quarter: length of the difference over that of the latent.</source>
        <translation>90도 돌린 이미지의 잠재와 90도 돌린 잠재의 차이 길이를 잠재 길이로 나눈 값.</translation>
    </message>
    <message>
        <source>LPIPS, turn</source>
        <translation>LPIPS(회전)</translation>
    </message>
    <message>
        <source>LPIPS of what the latent turned by a quarter decodes to against the picture turned by a quarter.</source>
        <translation>90도 돌린 잠재를 복호한 이미지와 90도 돌린 이미지의 LPIPS.</translation>
    </message>
    <message>
        <source>PSNR, noise 5 %</source>
        <translation>PSNR, 잡음 5 %</translation>
    </message>
    <message>
        <source>PSNR between what the latent decodes to with noise of 5 % of its standard deviation and without.</source>
        <translation>잠재에 표준 편차의 5 % 잡음을 더해 복호한 이미지와 더하지 않은 이미지의 PSNR.</translation>
    </message>
    <message>
        <source>LPIPS, noise 5 %</source>
        <translation>LPIPS, 잡음 5 %</translation>
    </message>
    <message>
        <source>LPIPS between what the latent decodes to with noise of 5 % of its standard deviation and without.</source>
        <translation>잠재에 표준 편차의 5 % 잡음을 더해 복호한 이미지와 더하지 않은 이미지의 LPIPS.</translation>
    </message>
    <message>
        <source>PSNR, noise 10 %</source>
        <translation>PSNR, 잡음 10 %</translation>
    </message>
    <message>
        <source>PSNR between what the latent decodes to with noise of 10 % of its standard deviation and without.</source>
        <translation>잠재에 표준 편차의 10 % 잡음을 더해 복호한 이미지와 더하지 않은 이미지의 PSNR.</translation>
    </message>
    <message>
        <source>LPIPS, noise 10 %</source>
        <translation>LPIPS, 잡음 10 %</translation>
    </message>
    <message>
        <source>LPIPS between what the latent decodes to with noise of 10 % of its standard deviation and without.</source>
        <translation>잠재에 표준 편차의 10 % 잡음을 더해 복호한 이미지와 더하지 않은 이미지의 LPIPS.</translation>
    </message>
    <message>
        <source>PSNR, noise 20 %</source>
        <translation>PSNR, 잡음 20 %</translation>
    </message>
    <message>
        <source>PSNR between what the latent decodes to with noise of 20 % of its standard deviation and without.</source>
        <translation>잠재에 표준 편차의 20 % 잡음을 더해 복호한 이미지와 더하지 않은 이미지의 PSNR.</translation>
    </message>
    <message>
        <source>LPIPS, noise 20 %</source>
        <translation>LPIPS, 잡음 20 %</translation>
    </message>
    <message>
        <source>LPIPS between what the latent decodes to with noise of 20 % of its standard deviation and without.</source>
        <translation>잠재에 표준 편차의 20 % 잡음을 더해 복호한 이미지와 더하지 않은 이미지의 LPIPS.</translation>
    </message>
    <message>
        <source>Class kept</source>
        <translation>클래스 유지</translation>
    </message>
    <message>
        <source>1 where the classifier (EfficientNet-Lite0, ImageNet) gives reconstruction and original the same first class, else 0.</source>
        <translation>분류기(EfficientNet-Lite0, ImageNet)가 복원과 원본에 같은 첫 번째 클래스를 주면 1, 아니면 0.</translation>
    </message>
    <message>
        <source>Class in 5</source>
        <translation>상위 5 클래스</translation>
    </message>
    <message>
        <source>1 where the original's first class is among the reconstruction's first five, else 0.</source>
        <translation>원본의 첫 번째 클래스가 복원의 상위 다섯 개에 있으면 1, 아니면 0.</translation>
    </message>
    <message>
        <source>Class KL</source>
        <translation>클래스 KL</translation>
    </message>
    <message>
        <source>KL divergence of the reconstruction's class probabilities from the original's.</source>
        <translation>원본의 클래스 확률에 대한 복원의 클래스 확률의 KL 발산.</translation>
    </message>
    <message>
        <source>Text errors</source>
        <translation>텍스트 오류</translation>
    </message>
    <message>
        <source>Characters that an OCR reads otherwise in the reconstruction than in the original, over those of the original.</source>
        <translation>OCR이 복원에서 원본과 다르게 읽는 문자 수를 원본의 문자 수로 나눈 값.</translation>
    </message>
    <message>
        <source>Text under 12</source>
        <translation>텍스트 12 미만</translation>
    </message>
    <message>
        <source>The same of text lower than 12 px.</source>
        <translation>높이 12 px 미만 텍스트에 대한 같은 값.</translation>
    </message>
    <message>
        <source>Text 12–20</source>
        <translation>텍스트 12–20</translation>
    </message>
    <message>
        <source>The same of text from 12 to below 20 px.</source>
        <translation>높이 12 px 이상 20 px 미만 텍스트에 대한 같은 값.</translation>
    </message>
    <message>
        <source>Text 20–32</source>
        <translation>텍스트 20–32</translation>
    </message>
    <message>
        <source>The same of text from 20 to below 32 px.</source>
        <translation>높이 20 px 이상 32 px 미만 텍스트에 대한 같은 값.</translation>
    </message>
    <message>
        <source>Text over 32</source>
        <translation>텍스트 32 이상</translation>
    </message>
    <message>
        <source>The same of text of 32 px and more.</source>
        <translation>높이 32 px 이상 텍스트에 대한 같은 값.</translation>
    </message>
    <message>
        <source>Cosine of the CLIP image embeddings of original and reconstruction: 1 for equal ones.</source>
        <translation>원본과 복원의 CLIP 이미지 임베딩의 코사인: 같으면 1.</translation>
    </message>
    <message>
        <source>Non-finite</source>
        <translation>비유한</translation>
    </message>
    <message>
        <source>Share of NaN or Inf in the decoder's output.</source>
        <translation>디코더 출력에서 NaN 또는 Inf의 비율.</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>잘림</translation>
    </message>
    <message>
        <source>Share of the decoder's output outside [0, 1], before the clamp.</source>
        <translation>자르기 전 디코더 출력 중 [0, 1]을 벗어난 비율.</translation>
    </message>
    <message>
        <source>Encode</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Wall time of encoding, divided by the batch.</source>
        <translation>인코딩에 걸린 시간을 배치 크기로 나눈 값.</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>디코딩</translation>
    </message>
    <message>
        <source>Wall time of decoding, divided by the batch.</source>
        <translation>디코딩에 걸린 시간을 배치 크기로 나눈 값.</translation>
    </message>
    <message>
        <source>Marker x</source>
        <translation>마커 x</translation>
    </message>
    <message>
        <source>Left edge of the marker's row of patches.</source>
        <translation>마커 패치 줄의 왼쪽 가장자리.</translation>
    </message>
    <message>
        <source>Marker y</source>
        <translation>마커 y</translation>
    </message>
    <message>
        <source>Top edge of the marker's row of patches.</source>
        <translation>마커 패치 줄의 위쪽 가장자리.</translation>
    </message>
    <message>
        <source>Marker patch</source>
        <translation>마커 패치</translation>
    </message>
    <message>
        <source>Side of each of the marker's five square patches.</source>
        <translation>마커의 정사각형 패치 다섯 개 각각의 한 변.</translation>
    </message>
    <message>
        <source>Black x</source>
        <translation>검정 x</translation>
    </message>
    <message>
        <source>Mean over the black patch, all channels, in [0, 1]: original.</source>
        <translation>검정 패치의 평균, 모든 채널, [0, 1]: 원본.</translation>
    </message>
    <message>
        <source>Black x̂</source>
        <translation>검정 x̂</translation>
    </message>
    <message>
        <source>Mean over the black patch, all channels, in [0, 1]: reconstruction.</source>
        <translation>검정 패치의 평균, 모든 채널, [0, 1]: 복원.</translation>
    </message>
    <message>
        <source>White x</source>
        <translation>흰색 x</translation>
    </message>
    <message>
        <source>Mean over the white patch, all channels, in [0, 1]: original.</source>
        <translation>흰색 패치의 평균, 모든 채널, [0, 1]: 원본.</translation>
    </message>
    <message>
        <source>White x̂</source>
        <translation>흰색 x̂</translation>
    </message>
    <message>
        <source>Mean over the white patch, all channels, in [0, 1]: reconstruction.</source>
        <translation>흰색 패치의 평균, 모든 채널, [0, 1]: 복원.</translation>
    </message>
    <message>
        <source>Mean over the red patch, red channel, in [0, 1]: original.</source>
        <translation>빨강 패치의 평균, 빨강 채널, [0, 1]: 원본.</translation>
    </message>
    <message>
        <source>Mean over the red patch, red channel, in [0, 1]: reconstruction.</source>
        <translation>빨강 패치의 평균, 빨강 채널, [0, 1]: 복원.</translation>
    </message>
    <message>
        <source>Green x</source>
        <translation>초록 x</translation>
    </message>
    <message>
        <source>Mean over the green patch, green channel, in [0, 1]: original.</source>
        <translation>초록 패치의 평균, 초록 채널, [0, 1]: 원본.</translation>
    </message>
    <message>
        <source>Green x̂</source>
        <translation>초록 x̂</translation>
    </message>
    <message>
        <source>Mean over the green patch, green channel, in [0, 1]: reconstruction.</source>
        <translation>초록 패치의 평균, 초록 채널, [0, 1]: 복원.</translation>
    </message>
    <message>
        <source>Blue x</source>
        <translation>파랑 x</translation>
    </message>
    <message>
        <source>Mean over the blue patch, blue channel, in [0, 1]: original.</source>
        <translation>파랑 패치의 평균, 파랑 채널, [0, 1]: 원본.</translation>
    </message>
    <message>
        <source>Blue x̂</source>
        <translation>파랑 x̂</translation>
    </message>
    <message>
        <source>Mean over the blue patch, blue channel, in [0, 1]: reconstruction.</source>
        <translation>파랑 패치의 평균, 파랑 채널, [0, 1]: 복원.</translation>
    </message>
    <message>
        <source>Brightness bias</source>
        <translation>밝기 편향</translation>
    </message>
    <message>
        <source>Black patch of the reconstruction minus that of the original; above 0, blacks are lifted.</source>
        <translation>복원의 검정 패치에서 원본의 검정 패치를 뺀 값. 0보다 크면 검정이 들뜸.</translation>
    </message>
    <message>
        <source>Contrast gain</source>
        <translation>대비 이득</translation>
    </message>
    <message>
        <source>White minus black in the reconstruction, over the same in the original; below 1, contrast is lost.</source>
        <translation>복원의 흰색−검정 차이를 원본의 같은 차이로 나눈 값. 1보다 작으면 대비가 줄어듦.</translation>
    </message>
    <message>
        <source>Red drift</source>
        <translation>빨강 치우침</translation>
    </message>
    <message>
        <source>Red patch's red channel, reconstruction minus original.</source>
        <translation>빨강 패치의 빨강 채널, 복원에서 원본을 뺀 값.</translation>
    </message>
    <message>
        <source>Green drift</source>
        <translation>초록 치우침</translation>
    </message>
    <message>
        <source>Green patch's green channel, reconstruction minus original.</source>
        <translation>초록 패치의 초록 채널, 복원에서 원본을 뺀 값.</translation>
    </message>
    <message>
        <source>Blue drift</source>
        <translation>파랑 치우침</translation>
    </message>
    <message>
        <source>Blue patch's blue channel, reconstruction minus original.</source>
        <translation>파랑 패치의 파랑 채널, 복원에서 원본을 뺀 값.</translation>
    </message>
    <message>
        <source>Weighted sum of LPIPS and of the distances of gradient, colour, drift, brightness and contrast from their ideal.</source>
        <translation>LPIPS와, 기울기·색·치우침·밝기·대비가 이상값에서 벗어난 거리의 가중합.</translation>
    </message>
    <message>
        <source>MTF50, black and white</source>
        <translation>MTF50, 흑백</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): luma of the black and white edge; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>대비의 절반이 유지되는 가장 낮은 공간 주파수(경사 가장자리, ISO 12233): 흑백 가장자리의 휘도. 5도 회전한 정사각형 네 변의 평균. 0.5가 나이퀴스트 주파수. 원본보다 높으면 선명화된 것입니다.</translation>
    </message>
    <message>
        <source>MTF50, greys</source>
        <translation>MTF50, 회색</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): luma of the edge between two near greys, 96 and 160; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>대비의 절반이 유지되는 가장 낮은 공간 주파수(경사 가장자리, ISO 12233): 가까운 두 회색(96과 160) 사이 가장자리의 휘도. 5도 회전한 정사각형 네 변의 평균. 0.5가 나이퀴스트 주파수. 원본보다 높으면 선명화된 것입니다.</translation>
    </message>
    <message>
        <source>MTF50, red and green</source>
        <translation>MTF50, 빨강과 초록</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): red less green of the edge between red and green, half of it; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>대비의 절반이 유지되는 가장 낮은 공간 주파수(경사 가장자리, ISO 12233): 빨강과 초록 사이 가장자리의 (빨강 − 초록)의 절반. 5도 회전한 정사각형 네 변의 평균. 0.5가 나이퀴스트 주파수. 원본보다 높으면 선명화된 것입니다.</translation>
    </message>
    <message>
        <source>MTF50, blue and yellow</source>
        <translation>MTF50, 파랑과 노랑</translation>
    </message>
    <message>
        <source>Lowest spatial frequency at which half of the contrast is kept (slanted edge, ISO 12233): yellow less blue of the edge between blue and yellow, half of it; mean of the four sides of the square that is turned by 5 degrees; 0.5 is the Nyquist frequency; above the original's: sharpened.</source>
        <translation>대비의 절반이 유지되는 가장 낮은 공간 주파수(경사 가장자리, ISO 12233): 파랑과 노랑 사이 가장자리의 (노랑 − 파랑)의 절반. 5도 회전한 정사각형 네 변의 평균. 0.5가 나이퀴스트 주파수. 원본보다 높으면 선명화된 것입니다.</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, black and white</source>
        <translation>나이퀴스트 절반의 MTF, 흑백</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): luma of the black and white edge; above the original's: sharpened.</source>
        <translation>픽셀당 0.25 주기에서 유지되는 대비(경사 가장자리, ISO 12233): 흑백 가장자리의 휘도. 원본보다 높으면 선명화된 것입니다.</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, greys</source>
        <translation>나이퀴스트 절반의 MTF, 회색</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): luma of the edge between two near greys, 96 and 160; above the original's: sharpened.</source>
        <translation>픽셀당 0.25 주기에서 유지되는 대비(경사 가장자리, ISO 12233): 가까운 두 회색(96과 160) 사이 가장자리의 휘도. 원본보다 높으면 선명화된 것입니다.</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, red and green</source>
        <translation>나이퀴스트 절반의 MTF, 빨강과 초록</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): red less green of the edge between red and green, half of it; above the original's: sharpened.</source>
        <translation>픽셀당 0.25 주기에서 유지되는 대비(경사 가장자리, ISO 12233): 빨강과 초록 사이 가장자리의 (빨강 − 초록)의 절반. 원본보다 높으면 선명화된 것입니다.</translation>
    </message>
    <message>
        <source>MTF at half Nyquist, blue and yellow</source>
        <translation>나이퀴스트 절반의 MTF, 파랑과 노랑</translation>
    </message>
    <message>
        <source>Contrast kept at 0.25 cycles per pixel (slanted edge, ISO 12233): yellow less blue of the edge between blue and yellow, half of it; above the original's: sharpened.</source>
        <translation>픽셀당 0.25 주기에서 유지되는 대비(경사 가장자리, ISO 12233): 파랑과 노랑 사이 가장자리의 (노랑 − 파랑)의 절반. 원본보다 높으면 선명화된 것입니다.</translation>
    </message>
    <message>
        <source>ΔE2000 of the patches, mean</source>
        <translation>패치의 ΔE2000, 평균</translation>
    </message>
    <message>
        <source>CIEDE2000 between the mean colour of each of the 64 patches' inner half and the original's: mean over the patches.</source>
        <translation>64개 패치 각각의 안쪽 절반 평균색과 원본 평균색 사이의 CIEDE2000 색차: 패치의 평균.</translation>
    </message>
    <message>
        <source>ΔE2000 of the patches, largest</source>
        <translation>패치의 ΔE2000, 최대</translation>
    </message>
    <message>
        <source>CIEDE2000 between the mean colour of each of the 64 patches' inner half and the original's: the largest.</source>
        <translation>64개 패치 각각의 안쪽 절반 평균색과 원본 평균색 사이의 CIEDE2000 색차: 최댓값.</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>밝기</translation>
    </message>
    <message>
        <source>Mean luma of the 64 patches, in percent of white; Civitai's chart wants −10 to +5 points from the original.</source>
        <translation>64개 패치의 평균 휘도(흰색 대비 %). Civitai의 차트는 원본에서 −10~+5포인트를 바람직하게 봅니다.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>Mean luma of the 20 brightest patches of the original less that of its 20 darkest, in percent of white; Civitai's chart wants 0 to 10 % more than the original.</source>
        <translation>원본에서 가장 밝은 패치 20개의 평균 휘도에서 가장 어두운 20개의 평균 휘도를 뺀 값(흰색 대비 %). Civitai의 차트는 원본보다 0~10 % 높은 값을 바람직하게 봅니다.</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>채도</translation>
    </message>
    <message>
        <source>Largest less smallest of red, green and blue: mean over the patches of the two middle rows, in percent of 255.</source>
        <translation>빨강, 초록, 파랑의 최댓값과 최솟값의 차이: 가운데 두 줄 패치의 평균(255 대비 %).</translation>
    </message>
    <message>
        <source>Distinct steps, grey</source>
        <translation>구별되는 단계 수, 회색</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 greys of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>계조(2 px씩 256단계의 회색)를 따라 서로 다른 레벨의 수. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 적으면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Distinct steps, darkest greys</source>
        <translation>구별되는 단계 수, 가장 어두운 회색</translation>
    </message>
    <message>
        <source>Different levels along a ramp (the 32 darkest greys, of 16 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>계조(16 px씩 가장 어두운 32단계의 회색)를 따라 서로 다른 레벨의 수. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 적으면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Distinct steps, lightest greys</source>
        <translation>구별되는 단계 수, 가장 밝은 회색</translation>
    </message>
    <message>
        <source>Different levels along a ramp (the 32 lightest greys, of 16 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>계조(16 px씩 가장 밝은 32단계의 회색)를 따라 서로 다른 레벨의 수. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 적으면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Distinct steps, red</source>
        <translation>구별되는 단계 수, 빨강</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 reds of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>계조(2 px씩 256단계의 빨강)를 따라 서로 다른 레벨의 수. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 적으면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Distinct steps, green</source>
        <translation>구별되는 단계 수, 초록</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 greens of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>계조(2 px씩 256단계의 초록)를 따라 서로 다른 레벨의 수. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 적으면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Distinct steps, blue</source>
        <translation>구별되는 단계 수, 파랑</translation>
    </message>
    <message>
        <source>Different levels along a ramp (256 blues of 2 px), the mean across it rounded to 8 bits: fewer than the original's is banding or clipping.</source>
        <translation>계조(2 px씩 256단계의 파랑)를 따라 서로 다른 레벨의 수. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 적으면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Longest step, grey</source>
        <translation>가장 긴 단계, 회색</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 greys of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>계조(2 px씩 256단계의 회색)를 따라 같은 레벨이 이어지는 가장 긴 길이. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 길면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Longest step, darkest greys</source>
        <translation>가장 긴 단계, 가장 어두운 회색</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (the 32 darkest greys, of 16 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>계조(16 px씩 가장 어두운 32단계의 회색)를 따라 같은 레벨이 이어지는 가장 긴 길이. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 길면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Longest step, lightest greys</source>
        <translation>가장 긴 단계, 가장 밝은 회색</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (the 32 lightest greys, of 16 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>계조(16 px씩 가장 밝은 32단계의 회색)를 따라 같은 레벨이 이어지는 가장 긴 길이. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 길면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Longest step, red</source>
        <translation>가장 긴 단계, 빨강</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 reds of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>계조(2 px씩 256단계의 빨강)를 따라 같은 레벨이 이어지는 가장 긴 길이. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 길면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Longest step, green</source>
        <translation>가장 긴 단계, 초록</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 greens of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>계조(2 px씩 256단계의 초록)를 따라 같은 레벨이 이어지는 가장 긴 길이. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 길면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Longest step, blue</source>
        <translation>가장 긴 단계, 파랑</translation>
    </message>
    <message>
        <source>Longest stretch of one level along a ramp (256 blues of 2 px), the mean across it rounded to 8 bits: longer than the original's is banding or clipping.</source>
        <translation>계조(2 px씩 256단계의 파랑)를 따라 같은 레벨이 이어지는 가장 긴 길이. 폭 방향 평균을 8비트로 반올림합니다. 원본보다 길면 밴딩이나 클리핑입니다.</translation>
    </message>
    <message>
        <source>Character error rate</source>
        <translation>문자 오류율</translation>
    </message>
    <message>
        <source>Characters to put in, take out or exchange, over those that stand there, spaces left out: lines of 9 to 24 px, each read by RapidOCR where it was drawn.</source>
        <translation>삽입·삭제·교체해야 할 글자 수를 원래 글자 수로 나눈 값(공백 제외): 9~24 px의 줄을 그려진 위치에서 RapidOCR이 읽습니다.</translation>
    </message>
    <message>
        <source>FD AlexNet</source>
        <translation>FD AlexNet</translation>
    </message>
    <message>
        <source>Fréchet distance of the features of the two sets, taken as Gaussians: 0 for equal sets, in squared units of the features.</source>
        <translation>두 집합의 특징을 가우시안으로 본 프레셰 거리. 같은 집합이면 0이며 단위는 특징의 제곱입니다.</translation>
    </message>
    <message>
        <source>KD AlexNet</source>
        <translation>KD AlexNet</translation>
    </message>
    <message>
        <source>Squared maximum mean discrepancy of the features, kernel (x·y / d + 1)³, unbiased for independent sets: about 0 for equal ones, below 0 for sets that share pictures, as nearly exact reconstructions do.</source>
        <translation>특징의 최대 평균 차이의 제곱, 커널 (x·y / d + 1)³, 독립된 집합에 대해 불편. 같은 집합이면 약 0, 거의 정확한 복원처럼 이미지를 공유하는 집합이면 0 미만.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Share of pictures within the reach of a real one (third nearest neighbour).</source>
        <translation>실제 이미지의 범위(세 번째 최근접 이웃까지) 안에 있는 이미지의 비율.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Share of real pictures within the reach of one of the set (third nearest neighbour).</source>
        <translation>집합의 이미지 범위(세 번째 최근접 이웃까지) 안에 있는 실제 이미지의 비율.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>Within the reach of how many real pictures a picture is, over 5 (fifth nearest neighbour); may exceed 1.</source>
        <translation>한 이미지가 몇 개의 실제 이미지 범위(다섯 번째 최근접 이웃까지) 안에 있는지를 5로 나눈 값. 1을 넘을 수 있습니다.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>포괄률</translation>
    </message>
    <message>
        <source>Share of real pictures whose reach holds one of the set (fifth nearest neighbour).</source>
        <translation>범위(다섯 번째 최근접 이웃까지) 안에 집합의 이미지가 있는 실제 이미지의 비율.</translation>
    </message>
    <message>
        <source>Authenticity</source>
        <translation>독자성</translation>
    </message>
    <message>
        <source>Share of pictures that are farther from their nearest real one than that is from its own nearest; says something only beside a good precision.</source>
        <translation>가장 가까운 실제 이미지와의 거리가 그 실제 이미지와 그 최근접 이웃의 거리보다 큰 이미지의 비율. 정밀도가 좋을 때만 의미가 있습니다.</translation>
    </message>
    <message>
        <source>Copying z</source>
        <translation>복사 z</translation>
    </message>
    <message>
        <source>Whether pictures lie nearer to the real ones than held-out real pictures do, in standard deviations: below −3 they are copied.</source>
        <translation>학습에 쓰지 않은 실제 이미지보다 실제 이미지에 더 가까운지를 표준편차로 나타냅니다. −3 미만이면 복사입니다.</translation>
    </message>
    <message>
        <source>Squared maximum mean discrepancy of the features, Gaussian kernel σ = 10, times 1 000.</source>
        <translation>특징의 최대 평균 차이의 제곱, 가우스 커널 σ = 10, 1000배.</translation>
    </message>
    <message>
        <source>Inception score</source>
        <translation>Inception Score</translation>
    </message>
    <message>
        <source>exp of the mean KL divergence of a picture's classes from those of the set, over ten parts: high where each picture is clearly one thing and the set many.</source>
        <translation>이미지의 클래스와 집합 전체 클래스 사이의 KL 발산 평균의 exp(열 부분). 각 이미지가 분명히 한 가지이고 집합이 다양하면 높습니다.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>복사본</translation>
    </message>
    <message>
        <source>Share of pictures whose LPIPS to the nearest real one is under 0.02.</source>
        <translation>가장 가까운 실제 이미지와의 LPIPS가 0.02 미만인 이미지의 비율.</translation>
    </message>
    <message>
        <source>CLIP similarity</source>
        <translation>CLIP 유사도</translation>
    </message>
    <message>
        <source>Cosine of the CLIP image embeddings of original and reconstruction, mean over the images: 1 for equal ones.</source>
        <translation>원본과 복원의 CLIP 이미지 임베딩의 코사인, 이미지에 대한 평균. 같으면 1.</translation>
    </message>
    <message>
        <source>Found at 1</source>
        <translation>1위에서 찾음</translation>
    </message>
    <message>
        <source>Share of reconstructions whose nearest original is their own (AlexNet features); the floor is what guessing finds.</source>
        <translation>가장 가까운 원본이 자기 원본인 복원의 비율(AlexNet 특징). 하한은 추측으로 찾는 비율입니다.</translation>
    </message>
    <message>
        <source>Found at 5</source>
        <translation>5위 안에서 찾음</translation>
    </message>
    <message>
        <source>Share of reconstructions with their own original among the five nearest (AlexNet features); the floor is what guessing finds.</source>
        <translation>가장 가까운 다섯 장 안에 자기 원본이 있는 복원의 비율(AlexNet 특징). 하한은 추측으로 찾는 비율입니다.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>여유</translation>
    </message>
    <message>
        <source>How much farther than its own the nearest other original of a reconstruction is, as a share of that distance, mean (AlexNet features).</source>
        <translation>복원에서 가장 가까운 다른 원본이 자기 원본보다 얼마나 더 먼지를 그 거리에 대한 비율로 나타낸 평균(AlexNet 특징).</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Side that images are brought to.</source>
        <translation>이미지를 맞출 한 변의 크기.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>crop: short side to the size, then the centre square; fit: long side to the size; stretch: a square; native: as it is.</source>
        <translation>crop: 짧은 변을 크기에 맞춘 뒤 가운데 정사각형; fit: 긴 변을 크기에 맞춤; stretch: 정사각형으로 늘림; native: 그대로.</translation>
    </message>
    <message>
        <source>Enlarge small images</source>
        <translation>작은 이미지 확대</translation>
    </message>
    <message>
        <source>Enlarge images under the size.</source>
        <translation>크기보다 작은 이미지를 확대합니다.</translation>
    </message>
    <message>
        <source>Subfolders</source>
        <translation>하위 폴더</translation>
    </message>
    <message>
        <source>Look for images in subfolders too.</source>
        <translation>하위 폴더에서도 이미지를 찾습니다.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>개수 제한</translation>
    </message>
    <message>
        <source>Measure only the first N images.</source>
        <translation>처음 N개의 이미지만 측정합니다.</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>배경색</translation>
    </message>
    <message>
        <source>Colour behind transparent pixels, as #rrggbb.</source>
        <translation>투명 픽셀 뒤의 색, #rrggbb 형식.</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>마커</translation>
    </message>
    <message>
        <source>separate: in a second pass, so that the picture is measured as it is, at twice the VAE's time; embedded: in the picture that is measured, in half the time, and the metrics of the picture carry its influence; off: none.</source>
        <translation>separate: 두 번째 패스에서 측정합니다. 이미지는 그대로 측정되고 VAE 시간은 두 배가 됩니다. embedded: 측정할 이미지 안에 넣습니다. 시간은 절반이지만 이미지 지표가 그 영향을 받습니다. off: 없음.</translation>
    </message>
    <message>
        <source>Marker preset</source>
        <translation>마커 종류</translation>
    </message>
    <message>
        <source>robust: 32 px patches, inner half read; classic: 8 px patches, read whole, as older community tables did.</source>
        <translation>robust: 32 px 패치, 안쪽 절반을 읽음; classic: 8 px 패치, 전체를 읽음. 예전 커뮤니티 표의 방식.</translation>
    </message>
    <message>
        <source>Patch side</source>
        <translation>패치 크기</translation>
    </message>
    <message>
        <source>Side of a patch; the preset's when not given.</source>
        <translation>패치의 한 변. 지정하지 않으면 프리셋을 따릅니다.</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>모서리</translation>
    </message>
    <message>
        <source>Corner that the marker is pasted into.</source>
        <translation>마커를 붙일 모서리.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>auto, cpu, cuda, cuda:N or mps.</source>
        <translation>auto, cpu, cuda, cuda:N 또는 mps.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Number format the VAEs run in; auto is fp32, whose numbers carry no rounding of their own, where the device can.</source>
        <translation>VAE를 실행할 수 형식. auto는 장치가 지원하면 자체 반올림 오차가 없는 fp32입니다.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Images of equal size encoded together.</source>
        <translation>함께 인코딩할 같은 크기의 이미지 수.</translation>
    </message>
    <message>
        <source>Tiling</source>
        <translation>타일 처리</translation>
    </message>
    <message>
        <source>off; auto: in tiles where memory runs out; a side in px: always. Tiles save memory, change numbers and are noted.</source>
        <translation>off: 사용 안 함; auto: 메모리가 부족할 때만; 한 변의 px: 항상. 타일은 메모리를 아끼지만 수치를 바꾸며, 사용하면 기록됩니다.</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>잠재 표현</translation>
    </message>
    <message>
        <source>Decode the posterior's mode, or a seeded sample.</source>
        <translation>사후분포의 최빈값 또는 시드로 고정한 표본을 디코딩합니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seed of the samples.</source>
        <translation>표본의 시드.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>default, all, or names separated by commas.</source>
        <translation>default, all 또는 쉼표로 구분한 이름.</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>집합</translation>
    </message>
    <message>
        <source>Networks by whose features all originals are compared with all reconstructions, as sets: alexnet, inception, clip; none: no such comparison.</source>
        <translation>모든 원본과 모든 복원을 집합으로 비교할 네트워크: alexnet, inception, clip. none: 비교하지 않습니다.</translation>
    </message>
    <message>
        <source>Inception file</source>
        <translation>Inception 파일</translation>
    </message>
    <message>
        <source>weights-inception-2015-12-05-6726825d.pth, which the sets need for inception; auto: in PyTorch's folder of downloads.</source>
        <translation>weights-inception-2015-12-05-6726825d.pth. 집합의 inception에 필요합니다. auto: PyTorch 다운로드 폴더.</translation>
    </message>
    <message>
        <source>CLIP folder</source>
        <translation>CLIP 폴더</translation>
    </message>
    <message>
        <source>Folder with a CLIP model, which the sets and the metrics need for clip: config.json, preprocessor_config.json, model.safetensors.</source>
        <translation>CLIP 모델 폴더. 집합과 지표의 clip에 필요합니다: config.json, preprocessor_config.json, model.safetensors.</translation>
    </message>
    <message>
        <source>Test charts</source>
        <translation>테스트 차트</translation>
    </message>
    <message>
        <source>Measure the test charts too: sharpness of edges, colours, steps of ramps, text. They are in no mean.</source>
        <translation>테스트 차트도 측정합니다: 가장자리 선명도, 색, 계조 단계, 글자. 어떤 평균에도 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>통과 횟수</translation>
    </message>
    <message>
        <source>Put each picture through the VAE again and again, so many times in all, and measure it after 1, 2, 4, 8 and 16; 0: once.</source>
        <translation>각 이미지를 VAE에 모두 이 횟수만큼 반복해서 통과시키고 1, 2, 4, 8, 16회 뒤에 측정합니다. 0: 한 번만.</translation>
    </message>
    <message>
        <source>Save images</source>
        <translation>이미지 저장</translation>
    </message>
    <message>
        <source>Write PNGs into the run folder.</source>
        <translation>실행 폴더에 PNG를 저장합니다.</translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>excluded images, left out: {0}</source>
        <translation>제외한 이미지: {0}</translation>
    </message>
    <message>
        <source>Plots appear with the first row.</source>
        <translation>첫 행과 함께 그래프가 나타납니다.</translation>
    </message>
    <message>
        <source>Every image is excluded: there is nothing to plot. Press C on one to take it in again.</source>
        <translation>모든 이미지가 제외되어 그릴 것이 없습니다. 이미지에서 C 키를 누르면 다시 포함됩니다.</translation>
    </message>
    <message>
        <source>No row has a result: all have failed. The State column of Images says why.</source>
        <translation>모든 행이 실패하여 결과가 없습니다. 이유는 이미지 탭의 상태 열에 있습니다.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>{0} × {1}: {2} of {3} measured</source>
        <translation>{0} × {1}: {3} 중 {2}개 측정됨</translation>
    </message>
    <message>
        <source>{0}, {1} failed</source>
        <translation>{0}, {1}개 실패</translation>
    </message>
    <message>
        <source>{0}; VAE {1} failed</source>
        <translation>{0}, VAE {1} 실패</translation>
    </message>
    <message>
        <source>{0}; stopped by the user</source>
        <translation>{0}, 사용자가 중지함</translation>
    </message>
    <message>
        <source>There is no J: no image has a value of {0} from every VAE.</source>
        <translation>J가 없습니다: 모든 VAE에서 {0} 값이 있는 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>No VAE finished an image, so there is nothing to rank.</source>
        <translation>이미지를 하나라도 완료한 VAE가 없어 순위를 매길 수 없습니다.</translation>
    </message>
    <message>
        <source>No image was finished by all VAEs, so there is no J.</source>
        <translation>모든 VAE가 완료한 이미지가 없어 J가 없습니다.</translation>
    </message>
    <message>
        <source>There is no J: {0} was not measured.</source>
        <translation>J가 없습니다: {0}을(를) 측정하지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no J: {0} were not measured.</source>
        <translation>J가 없습니다: {0}을(를) 측정하지 않았습니다.</translation>
    </message>
    <message>
        <source>Latents of {0}: {1}.</source>
        <translation>{0}의 잠재 표현: {1}.</translation>
    </message>
    <message>
        <source>n = {0}: those that all VAEs finished, of {1}.</source>
        <translation>n = {0}: 전체 {1}개 중 모든 VAE가 처리를 마친 것.</translation>
    </message>
    <message>
        <source>{0} of {1} are smaller than {2} px and were measured as they are.</source>
        <translation>{1} 중 {0}개는 {2} px보다 작아 원래 크기 그대로 측정했습니다.</translation>
    </message>
    <message>
        <source>{0} failed on {1} ({2}).</source>
        <translation>{0}이(가) {1}에서 실패했습니다 ({2}).</translation>
    </message>
    <message>
        <source>J of {0}: {1}.</source>
        <translation>{0}의 J 구성: {1}.</translation>
    </message>
    <message>
        <source>n = {0}.</source>
        <translation>n = {0}.</translation>
    </message>
    <message>
        <source>{0} failed with every VAE ({1}).</source>
        <translation>{0}가 모든 VAE에서 실패했습니다 ({1}).</translation>
    </message>
    <message>
        <source>Most of these images have no room for the marker, so J is without its three terms.</source>
        <translation>이 이미지들 대부분에 마커를 넣을 자리가 없어, J에서 마커의 세 항이 빠졌습니다.</translation>
    </message>
    <message>
        <source>J is over the {0} that have all its columns.</source>
        <translation>J는 필요한 열이 모두 있는 {0}를 바탕으로 합니다.</translation>
    </message>
    <message>
        <source>The test is over the {0} that have a score of their own.</source>
        <translation>검정은 자체 점수가 있는 {0}에 대한 것입니다.</translation>
    </message>
    <message>
        <source>J by other weights than the run's own: {0}.</source>
        <translation>실행 당시와 다른 가중치로 구한 J: {0}.</translation>
    </message>
    <message>
        <source>{0} with the content of another counts once ({1}).</source>
        <translation>다른 이미지와 내용이 같은 {0}는 한 번만 셉니다 ({1}).</translation>
    </message>
    <message>
        <source>{0} with the content of others count once ({1}).</source>
        <translation>다른 이미지와 내용이 같은 {0}는 한 번만 셉니다 ({1}).</translation>
    </message>
    <message>
        <source>1 excluded image is left out of everything ({0}).</source>
        <translation>제외한 이미지 1개는 어떤 결과에도 포함되지 않습니다 ({0}).</translation>
    </message>
    <message>
        <source>{0} excluded images are left out of everything ({1}).</source>
        <translation>제외한 이미지 {0}개는 어떤 결과에도 포함되지 않습니다 ({1}).</translation>
    </message>
    <message>
        <source>The marker was not measured on most of these images, so J is without its three terms.</source>
        <translation>이 이미지 대부분에서 마커가 측정되지 않아 J에 마커의 세 항이 없습니다.</translation>
    </message>
    <message>
        <source>This run was made under schema {0}, with the marker in the pictures that were measured; it is shown by today's rules.</source>
        <translation>이 실행은 스키마 {0}에 따라 만들어졌고, 측정한 이미지 안에 마커가 들어 있습니다. 표시는 현재 규칙을 따릅니다.</translation>
    </message>
    <message>
        <source>This run was made under schema {0}; it is shown by today's rules.</source>
        <translation>이 실행은 스키마 {0}에 따라 만들어졌습니다. 표시는 현재 규칙을 따릅니다.</translation>
    </message>
    <message>
        <source>line {0} of {1} ({2})</source>
        <translation>{1}의 {0}행 ({2})</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0}개 더</translation>
    </message>
    <message>
        <source>1 row stands more than once in {0}; the last one counts.</source>
        <translation>{0}에 1개 행이 중복되어 있습니다. 마지막 것을 셉니다.</translation>
    </message>
    <message>
        <source>{0} rows stand more than once in {1}; the last ones count.</source>
        <translation>{1}에 {0}개 행이 중복되어 있습니다. 마지막 것을 셉니다.</translation>
    </message>
    <message>
        <source>{0} is a TorchScript program without weights{1}; to measure it, its author's program would have to run on this computer, in a process of its own, kept from network and files as far as the system allows, and nothing of it was run: if you trust the author of this very file as you would trust an installer, {2}</source>
        <translation>{0}은(는) 가중치가 없는 TorchScript 프로그램입니다{1}. 측정하려면 만든 사람의 프로그램을 이 컴퓨터에서 실행해야 합니다. 별도의 프로세스에서, 시스템이 허용하는 한 네트워크와 파일에 접근하지 못하게 하고 실행합니다. 아직 아무것도 실행하지 않았습니다. 설치 프로그램을 믿을 때처럼 바로 이 파일을 만든 사람을 믿는다면 {2}</translation>
    </message>
    <message>
        <source>The latents of {0} are those of {1} of {2}.</source>
        <translation>{0}의 잠재 표현은 {2} 중 {1}개의 것입니다.</translation>
    </message>
    <message>
        <source>{0} is not compared: {1}.</source>
        <translation>{0}은(는) 비교하지 않습니다: {1}.</translation>
    </message>
    <message>
        <source>The run is not finished: {0} of {1} results.</source>
        <translation>실행이 끝나지 않았습니다: 결과 {1}개 중 {0}개.</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>탁월</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>매우 좋음</translation>
    </message>
    <message>
        <source>good</source>
        <translation>좋음</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>약함</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>나쁨</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>fidelity</source>
        <translation>충실도</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>선명도</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>안정성</translation>
    </message>
    <message>
        <source>By J over {0}, {1} is closest to the originals (image by image on {2} of {3})</source>
        <translation>{0}의 J로 볼 때, 원본에 가장 가까운 것은 {1}입니다 (이미지별로는 {3}개 중 {2}개에서)</translation>
    </message>
    <message>
        <source>No image has been finished by all VAEs yet.</source>
        <translation>모든 VAE가 처리를 마친 이미지가 아직 없습니다.</translation>
    </message>
    <message>
        <source>{0} of J of {1} is {2}.</source>
        <translation>{1}의 J 가운데 {0}는 {2}에서 나옵니다.</translation>
    </message>
    <message>
        <source>Baselines, as the scale: {0}.</source>
        <translation>척도로 삼는 기준: {0}.</translation>
    </message>
    <message>
        <source>{0} ({1}, {2})</source>
        <translation>{0} ({1}, {2})</translation>
    </message>
    <message>
        <source>then {0}, not told apart</source>
        <translation>그다음은 {0}이며 서로 구분되지 않습니다</translation>
    </message>
    <message>
        <source>then {0}</source>
        <translation>그다음은 {0}입니다</translation>
    </message>
    <message>
        <source>Share of the decided choices in which the metric’s value prefers the same reconstruction, half where it tells none apart (the 2AFC score of the LPIPS paper); a coin has 50 %. Above a coin: decided by a sign-flip test over images at 5 %, after Holm over all metrics of this table.</source>
        <translation>결정된 선택 중 지표 값이 같은 재구성을 선호하는 비율. 구별하지 못하면 반으로 셈 (LPIPS 논문의 2AFC 점수). 동전이면 50 %. 동전보다 높음: 이미지에 대한 부호 뒤집기 검정으로 5 %에서 판정, 이 표의 모든 지표에 대해 Holm 보정 후.</translation>
    </message>
    <message>
        <source>it is built as a Cosmos image tokenizer, but its '{0}' is not that of the published code</source>
        <translation>Cosmos 이미지 토크나이저 구조이지만 '{0}'이(가) 공개된 코드의 것과 다릅니다</translation>
    </message>
    <message>
        <source>some of its weights have five axes, as those of networks for video have</source>
        <translation>가중치 일부가 동영상용 네트워크의 가중치처럼 축을 다섯 개 가집니다</translation>
    </message>
    <message>
        <source>{0} is a TorchScript program, and not one of a structure that VAELab knows{1}; to measure it, its author's program would have to run on this computer, in a process of its own, kept from network and files as far as the system allows, and nothing of it was run: pass the weights as safetensors or .pth, or, if you trust the author of this very file as you would trust an installer, {2}</source>
        <translation>{0}은(는) TorchScript 프로그램이며, VAELab이 아는 구조가 아닙니다{1}. 측정하려면 만든 사람의 프로그램을 이 컴퓨터에서 실행해야 합니다. 별도의 프로세스에서, 시스템이 허용하는 한 네트워크와 파일에 접근하지 못하게 하고 실행합니다. 아직 아무것도 실행하지 않았습니다. 가중치를 safetensors나 .pth로 넘기거나, 설치 프로그램을 믿을 때처럼 바로 이 파일을 만든 사람을 믿는다면 {2}</translation>
    </message>
    <message>
        <source> ({0})</source>
        <translation> ({0})</translation>
    </message>
    <message>
        <source>{0} is farthest</source>
        <translation>가장 먼 것은 {0}입니다</translation>
    </message>
    <message>
        <source>No image was measured, so there is nothing to rank.</source>
        <translation>측정된 이미지가 없어 순위를 매길 수 없습니다.</translation>
    </message>
    <message>
        <source>healthy, KL {0} nats per element, {1} of {2} channels active</source>
        <translation>정상, 요소당 KL {0} nat, 채널 {2}개 중 {1}개 활성</translation>
    </message>
    <message>
        <source>{0} codebooks, {1} of {2} entries used ({3} dead)</source>
        <translation>코드북 {0}개, 항목 {2}개 중 {1}개 사용 (미사용 {3})</translation>
    </message>
    <message>
        <source>collapsed, KL {0} nats per element, {1} of {2} channels collapsed</source>
        <translation>붕괴, 요소당 KL {0} nat, 채널 {2}개 중 {1}개 붕괴</translation>
    </message>
    <message>
        <source>{1} of {2} channels collapsed, KL {0} nats per element</source>
        <translation>채널 {2}개 중 {1}개 붕괴, 요소당 KL {0} nat</translation>
    </message>
    <message>
        <source>healthy, KL {0} nats per element</source>
        <translation>정상, 요소당 KL {0} nat</translation>
    </message>
    <message>
        <source>{0} of {1} codebook entries used ({2} dead), perplexity {3}</source>
        <translation>코드북 항목 {1}개 중 {0}개 사용 (미사용 {2}), perplexity {3}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; choose another output folder</source>
        <translation>'{0}'에 쓸 수 없습니다: {1}. 다른 출력 폴더를 선택하세요</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; {2} and compare again</source>
        <translation>'{0}'에 쓸 수 없습니다: {1}. {2} 후 다시 비교하세요</translation>
    </message>
    <message>
        <source>By J over {0}, {1} scores {2}, where 0 is a perfect reconstruction.</source>
        <translation>{0}의 J로 볼 때, {1}의 점수는 {2}입니다 (0은 완벽한 복원).</translation>
    </message>
    <message>
        <source>By J over {0} so far: {1}.</source>
        <translation>지금까지 {0}의 J: {1}.</translation>
    </message>
    <message>
        <source>By J over {0}: {1}. A verdict needs at least {2} images.</source>
        <translation>{0}의 J: {1}. 판정하려면 이미지가 {2}개 이상 필요합니다.</translation>
    </message>
    <message>
        <source>By J, {0} do not tell {1} apart.</source>
        <translation>J로 볼 때, {0}로는 {1}을(를) 구분할 수 없습니다.</translation>
    </message>
    <message>
        <source>By J over {0}, two VAEs are told apart only where they share no letter: {1}.</source>
        <translation>{0}의 J로 볼 때, 두 VAE는 공통된 글자가 없을 때만 구분됩니다: {1}.</translation>
    </message>
    <message>
        <source>By J over {0}, {1} are closest to the originals, not told apart</source>
        <translation>{0}의 J로 볼 때, 원본에 가장 가까운 것은 {1}이며 서로 구분되지 않습니다</translation>
    </message>
    <message>
        <source>By J over {0}, {1} is closest to the originals</source>
        <translation>{0}의 J로 볼 때, 원본에 가장 가까운 것은 {1}입니다</translation>
    </message>
    <message>
        <source>No VAE was measured, so there is nothing to rank.</source>
        <translation>측정된 VAE가 없어 순위를 매길 수 없습니다.</translation>
    </message>
    <message>
        <source>originals</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>Which is closer to the original?</source>
        <translation>어느 것이 원본에 더 가깝습니까?</translation>
    </message>
    <message>
        <source>Is this picture real?</source>
        <translation>이 이미지는 실제입니까?</translation>
    </message>
    <message>
        <source>How real does it look?</source>
        <translation>얼마나 실제처럼 보입니까?</translation>
    </message>
    <message>
        <source>How different are these pictures from one another?</source>
        <translation>이 이미지들은 서로 얼마나 다릅니까?</translation>
    </message>
    <message>
        <source>How well does it show what is said?</source>
        <translation>설명한 내용을 얼마나 잘 보여 줍니까?</translation>
    </message>
    <message>
        <source>How creative is it?</source>
        <translation>얼마나 창의적입니까?</translation>
    </message>
    <message>
        <source>closer</source>
        <translation>근접</translation>
    </message>
    <message>
        <source>real or generated</source>
        <translation>실제 또는 생성</translation>
    </message>
    <message>
        <source>realism</source>
        <translation>사실성</translation>
    </message>
    <message>
        <source>diversity</source>
        <translation>다양성</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>적합성</translation>
    </message>
    <message>
        <source>creativity</source>
        <translation>창의성</translation>
    </message>
    <message>
        <source>{0} is preferred to {1} (on {2} of {3} images)</source>
        <translation>{0}이(가) {1}보다 선호됨 (이미지 {3}개 중 {2}개)</translation>
    </message>
    <message>
        <source>{0} judges agree on “{1}” with Krippendorff’s α = {2}.</source>
        <translation>판정자 {0}명의 ‘{1}’에 대한 일치도: Krippendorff의 α = {2}.</translation>
    </message>
    <message>
        <source>1 judge</source>
        <translation>판정자 1명</translation>
    </message>
    <message>
        <source>{0} judges</source>
        <translation>판정자 {0}명</translation>
    </message>
    <message>
        <source>{0}, {1} on {2}: chosen over another VAE, {3}.</source>
        <translation>{0}, {2}에 대한 {1}: 다른 VAE보다 선택될 확률은 {3}.</translation>
    </message>
    <message>
        <source>1 choice</source>
        <translation>선택 1회</translation>
    </message>
    <message>
        <source>{0} choices</source>
        <translation>선택 {0}회</translation>
    </message>
    <message>
        <source>{0}: no two judges answered the same question with anything to tell apart.</source>
        <translation>{0}: 같은 질문에 구별할 만한 응답을 한 판정자 두 명이 없습니다.</translation>
    </message>
    <message>
        <source>Who is chosen</source>
        <translation>선택되는 VAE</translation>
    </message>
    <message>
        <source>Chance: to be chosen over another VAE, by Bradley and Terry’s model, “no difference” as half a choice of each; its 95 % interval by the jackknife over images, none where it was always chosen, or never. Strength: the model’s logarithm, mean 0, none where one VAE always won. Win rate: of the decided choices.</source>
        <translation>확률: 다른 VAE보다 선택될 확률. Bradley와 Terry의 모형이며 ‘차이 없음’은 양쪽에 반씩 셈. 95 % 구간은 이미지에 대한 잭나이프로 구함. 항상 선택되었거나 한 번도 선택되지 않은 경우 구간 없음. 강도: 모형의 로그값, 평균 0. 항상 이긴 VAE가 있으면 값 없음. 승률: 결정된 선택 중.</translation>
    </message>
    <message>
        <source>Every two VAEs before the judges</source>
        <translation>판정자가 본 VAE 쌍</translation>
    </message>
    <message>
        <source>An image is won by the VAE that more of its judges chose. Share: of the images that one of them won, with Wilson’s interval. p: exact binomial test against a coin, after Holm over the pairs.</source>
        <translation>이미지의 승자는 더 많은 판정자가 선택한 VAE. 비율: 어느 한쪽이 이긴 이미지 중, Wilson 구간 포함. p: 동전 던지기에 대한 정확 이항 검정, 쌍에 대한 Holm 보정 후.</translation>
    </message>
    <message>
        <source>Which metric agrees</source>
        <translation>어느 지표가 일치하는가</translation>
    </message>
    <message>
        <source>Taken for real</source>
        <translation>실제로 여겨짐</translation>
    </message>
    <message>
        <source>p: whether a VAE’s pictures are taken for real as often as their originals, by a sign-flip test over images, after Holm.</source>
        <translation>p: VAE의 이미지가 원본만큼 자주 실제로 여겨지는지. 이미지에 대한 부호 뒤집기 검정, Holm 보정 후.</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Mean over images, 1 to 5, and its 95 % interval.</source>
        <translation>이미지에 대한 평균(1~5)과 95 % 구간.</translation>
    </message>
    <message>
        <source>Judges and time</source>
        <translation>판정자와 시간</translation>
    </message>
    <message>
        <source>Krippendorff’s α: 1 where judges agree on everything, 0 where as often as by chance; from two judges up.</source>
        <translation>Krippendorff의 α: 판정자가 모두 일치하면 1, 우연과 같으면 0. 판정자 2명부터.</translation>
    </message>
    <message>
        <source>Decided: {0}.</source>
        <translation>결정됨: {0}.</translation>
    </message>
    <message>
        <source>No VAE is decidedly preferred to another.</source>
        <translation>다른 것보다 확실히 선호되는 VAE는 없습니다.</translation>
    </message>
    <message>
        <source>No metric agrees with the judges decidedly more often than a coin would; {0} were read together.</source>
        <translation>동전보다 확실히 더 자주 판정자와 일치하는 지표는 없습니다. {0}개를 함께 보았습니다.</translation>
    </message>
    <message>
        <source>{0} agrees with the judges most often, on {1} of {2}; then {3}; {4} metrics were read together.</source>
        <translation>판정자와 가장 자주 일치하는 것은 {0}(으)로, {2} 중 {1}. 다음은 {3}. 지표 {4}개를 함께 보았습니다.</translation>
    </message>
    <message>
        <source>{0} agrees with the judges most often, on {1} of {2}; {3} metrics were read together.</source>
        <translation>판정자와 가장 자주 일치하는 것은 {0}(으)로, {2} 중 {1}. 지표 {3}개를 함께 보았습니다.</translation>
    </message>
    <message>
        <source>Originals were taken for real in {0}; told apart from them: {1}.</source>
        <translation>원본이 실제로 여겨진 비율은 {0}. 그와 구별된 것: {1}.</translation>
    </message>
    <message>
        <source>Originals were taken for real in {0}; no VAE is told apart from them.</source>
        <translation>원본이 실제로 여겨진 비율은 {0}. 그와 구별된 VAE는 없습니다.</translation>
    </message>
    <message>
        <source>Lines that are no judgement, not counted: {0}.</source>
        <translation>판정이 아닌 줄(세지 않음): {0}.</translation>
    </message>
    <message>
        <source>Judgements of other images or VAEs than this run’s, not counted: {0}.</source>
        <translation>이 실행에 없는 이미지나 VAE에 대한 판정(세지 않음): {0}.</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>강도</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>승률</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>First and second</source>
        <translation>첫째와 둘째</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>승</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>패</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>무승부</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>선호</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>일치</translation>
    </message>
    <message>
        <source>Above a coin</source>
        <translation>동전보다 높음</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Said to be real</source>
        <translation>실제라고 함</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Median time, s</source>
        <translation>시간 중앙값(초)</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>미결정</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Damaged and not counted: {0}. {1} measures their images again.</source>
        <translation>손상되어 세지 않음: {0}. {1}(으)로 해당 이미지를 다시 측정합니다.</translation>
    </message>
    <message>
        <source>{0} could not be measured.</source>
        <translation>측정하지 못함: {0}.</translation>
    </message>
    <message>
        <source>The run is still going on: {0} of {1} results.</source>
        <translation>아직 실행 중입니다. 결과 {1}개 중 {0}개.</translation>
    </message>
    <message>
        <source>1 row that {0} counts is missing from {1}: {2} measures it again, if its image is still there.</source>
        <translation>{0}이 세는 1개 행이 {1}에 없습니다. 이미지가 아직 있으면 {2}(으)로 다시 측정합니다.</translation>
    </message>
    <message>
        <source>{0} rows that {1} counts are missing from {2}: {3} measures them again, if their images are still there.</source>
        <translation>{1}이 세는 {0}개 행이 {2}에 없습니다. 이미지가 아직 있으면 {3}(으)로 다시 측정합니다.</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} 실패: {1}</translation>
    </message>
    <message>
        <source>The run was stopped: {0} of {1} results.</source>
        <translation>실행이 중지되었습니다. 결과 {1}개 중 {0}개.</translation>
    </message>
    <message>
        <source>Difference of {0} ({1}) to {2} ({3}): {4}.</source>
        <translation>{2} ({3}) 대비 {0} ({1})의 차이: {4}.</translation>
    </message>
    <message>
        <source>Reconstruction quality</source>
        <translation>재구성 품질</translation>
    </message>
    <message>
        <source>Colour fidelity</source>
        <translation>색 충실도</translation>
    </message>
    <message>
        <source>Structural accuracy</source>
        <translation>구조 정확도</translation>
    </message>
    <message>
        <source>Calibration stability</source>
        <translation>보정 안정성</translation>
    </message>
    <message>
        <source>The set is varied, and near to the real set.</source>
        <translation>이 집합은 다양하고 실제 집합에 가깝습니다.</translation>
    </message>
    <message>
        <source>The set is near to the real set, and fairly varied.</source>
        <translation>이 집합은 실제 집합에 가깝고 꽤 다양합니다.</translation>
    </message>
    <message>
        <source>The set is near to the real set, but little varied or unclear.</source>
        <translation>이 집합은 실제 집합에 가깝지만 다양성이 적거나 불분명합니다.</translation>
    </message>
    <message>
        <source>The set is varied, and at some distance from the real set.</source>
        <translation>이 집합은 다양하며 실제 집합에서 어느 정도 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>The set is fairly varied, and at some distance from the real set.</source>
        <translation>이 집합은 꽤 다양하며 실제 집합에서 어느 정도 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>The set is little varied or unclear, and at some distance from the real set.</source>
        <translation>이 집합은 다양성이 적거나 불분명하며 실제 집합에서 어느 정도 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>The set is varied, but far from the real set.</source>
        <translation>이 집합은 다양하지만 실제 집합에서 멉니다.</translation>
    </message>
    <message>
        <source>The set is fairly varied, but far from the real set.</source>
        <translation>이 집합은 꽤 다양하지만 실제 집합에서 멉니다.</translation>
    </message>
    <message>
        <source>The set is little varied or unclear, and far from the real set.</source>
        <translation>이 집합은 다양성이 적거나 불분명하며 실제 집합에서 멉니다.</translation>
    </message>
    <message>
        <source>The set is near to the real set.</source>
        <translation>이 집합은 실제 집합에 가깝습니다.</translation>
    </message>
    <message>
        <source>The set is at some distance from the real set.</source>
        <translation>이 집합은 실제 집합에서 어느 정도 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>The set is far from the real set.</source>
        <translation>이 집합은 실제 집합에서 멉니다.</translation>
    </message>
    <message>
        <source>That is a rule of thumb from courses on image generation: FID under 50 is good and above 100 poor, an inception score above 8 good and under 3 poor.</source>
        <translation>이는 이미지 생성 강의에서 쓰는 경험칙입니다: FID는 50 미만이면 좋고 100 초과면 나쁘며, Inception Score는 8 초과면 좋고 3 미만이면 나쁩니다.</translation>
    </message>
    <message>
        <source>In the features of {0} the distance is {1} (n = {2}).</source>
        <translation>{0} 특징에서 거리는 {1}입니다(n = {2}).</translation>
    </message>
    <message>
        <source>{0} pictures span {1} of {2} directions of the features: few pictures make every distance larger, so compare it only with one over as many.</source>
        <translation>{0}장의 이미지는 특징의 {2}개 방향 중 {1}개에만 걸쳐 있습니다. 이미지가 적으면 모든 거리가 커지므로 같은 수의 것과만 비교하세요.</translation>
    </message>
    <message>
        <source>Mode collapse: its pictures are realistic (precision {0}), but they cover little of the real set (coverage {1}).</source>
        <translation>모드 붕괴: 이미지는 사실적이지만(정밀도 {0}) 실제 집합을 거의 포괄하지 못합니다(포괄률 {1}).</translation>
    </message>
    <message>
        <source>Memorised: only {0} of its pictures are farther from their nearest real picture than that is from its own nearest; between two halves of the real set it is {1}.</source>
        <translation>암기: 가장 가까운 실제 이미지와의 거리가 그 실제 이미지와 그 최근접 이웃의 거리보다 큰 것은 {0}뿐입니다. 실제 집합의 두 절반 사이에서는 {1}입니다.</translation>
    </message>
    <message>
        <source>Memorised: its pictures lie nearer to the real ones than held-out real pictures do (z = {0}).</source>
        <translation>암기: 학습에 쓰지 않은 실제 이미지보다 실제 이미지에 더 가깝습니다(z = {0}).</translation>
    </message>
    <message>
        <source>None of these distances is an FID: that is by the Inception network alone, and no other may be called so.</source>
        <translation>이 거리들은 FID가 아닙니다. FID는 Inception 네트워크에 의한 것뿐이며 다른 것을 그렇게 부를 수 없습니다.</translation>
    </message>
    <message>
        <source>In the features of {0} the two sets are the same (n = {1}).</source>
        <translation>{0} 특징에서 두 집합은 같습니다(n = {1}).</translation>
    </message>
    <message>
        <source>In the features of {0} the distance of {1} is {2} times that of two halves of the real set, {3} (n = {4}).</source>
        <translation>{0} 특징에서 거리 {1}은 실제 집합의 두 절반 사이 거리 {3}의 {2}배입니다(n = {4}).</translation>
    </message>
    <message>
        <source>In the features of {0} the reconstructions are {1} from the originals, and two halves of the originals {2} from each other (n = {3}).</source>
        <translation>{0} 특징에서 복원은 원본에서 {1}, 원본의 두 절반은 서로 {2} 떨어져 있습니다(n = {3}).</translation>
    </message>
    <message>
        <source>In the features of {0} the distance of {1} is not above that of two halves of the real set, {2}: at this number of pictures it does not tell the two sets apart (n = {3}).</source>
        <translation>{0} 특징에서 거리 {1}은 실제 집합의 두 절반 사이 거리 {2}보다 크지 않습니다. 이 이미지 수로는 두 집합을 구별하지 못합니다(n = {3}).</translation>
    </message>
    <message>
        <source>it finished {0} of the {1} images that others finished</source>
        <translation>다른 VAE가 완료한 이미지 {1}장 중 {0}장만 완료</translation>
    </message>
    <message>
        <source>it finished no image that counts</source>
        <translation>집계되는 이미지를 하나도 완료하지 못함</translation>
    </message>
    <message>
        <source>make room</source>
        <translation>공간 확보</translation>
    </message>
    <message>
        <source>raise the limit on the size of files (ulimit -f)</source>
        <translation>파일 크기 제한을 올림(ulimit -f)</translation>
    </message>
    <message>
        <source>make it writable</source>
        <translation>쓰기 가능하게 함</translation>
    </message>
    <message>
        <source>{0}; what was measured so far ({1}) could not be saved elsewhere: {2}</source>
        <translation>{0}. 지금까지 측정한 결과({1})를 다른 곳에도 저장하지 못했습니다: {2}</translation>
    </message>
    <message>
        <source>{0}; what was measured so far ({1}) is in '{2}': continue there with {3}</source>
        <translation>{0}. 지금까지 측정한 결과({1})는 '{2}'에 있습니다. {3}(으)로 그곳에서 이어서 진행할 수 있습니다</translation>
    </message>
    <message>
        <source>'{0}' already holds a run: continue it with {1} and equal settings, or choose another output folder</source>
        <translation>'{0}'에 이미 실행 결과가 있습니다. {1}(으)로 같은 설정으로 이어서 진행하거나 다른 출력 폴더를 선택하십시오</translation>
    </message>
    <message>
        <source>'{0}' can no longer be written: {1}; what was measured before is on disk, {2} and continue with {3}</source>
        <translation>'{0}'에 더 이상 쓸 수 없습니다: {1}. 그 전까지 측정한 결과는 디스크에 있습니다. 조치({2})한 뒤 {3}(으)로 이어서 진행하십시오</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; {2} and continue with {3}</source>
        <translation>'{0}'에 쓸 수 없습니다: {1}. 조치({2})한 뒤 {3}(으)로 이어서 진행하십시오</translation>
    </message>
    <message>
        <source>The floor is the same number between two halves of the real set. Each half has half as many pictures, which alone makes a Fréchet distance up to twice as large, so a set as good as real ones lies between half of its floor and its floor.</source>
        <translation>하한은 실제 집합을 둘로 나눈 절반 사이의 같은 값입니다. 이미지 수가 절반이라는 것만으로 프레셰 거리가 최대 두 배가 되므로, 실제만큼 좋은 집합은 하한의 절반과 하한 사이에 있습니다.</translation>
    </message>
    <message>
        <source>'{0}' cannot be written: {1}; the rows measured so far are in {2}, {3} and continue with {4}</source>
        <translation>'{0}'에 쓸 수 없습니다: {1}. 지금까지 측정한 행은 {2}에 있습니다. 조치({3})한 뒤 {4}(으)로 이어서 진행하십시오</translation>
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
        <translation>이미지 1개</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>이미지 {0}개</translation>
    </message>
    <message>
        <source>1 VAE</source>
        <translation>VAE 1개</translation>
    </message>
    <message>
        <source>{0} VAEs</source>
        <translation>VAE {0}개</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1개 행</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0}개 행</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}와(과) {1}</translation>
    </message>
    <message>
        <source>it is what a network says of the pictures, of which there is no second one with the same weights</source>
        <translation>네트워크가 이미지에 대해 말하는 값이며, 같은 가중치를 가진 다른 구현이 없습니다</translation>
    </message>
    <message>
        <source>it needs the VAE itself, not only what it made of the picture</source>
        <translation>VAE가 만든 이미지뿐 아니라 VAE 자체가 필요합니다</translation>
    </message>
    <message>
        <source>it is of the latent, which no picture shows</source>
        <translation>잠재 표현의 값이며 이미지에는 나타나지 않습니다</translation>
    </message>
    <message>
        <source>it is of the decoder's output before that was rounded to 8 bits</source>
        <translation>8비트로 반올림하기 전 디코더 출력의 값입니다</translation>
    </message>
    <message>
        <source>it is a time</source>
        <translation>시간입니다</translation>
    </message>
    <message>
        <source>it depends on where the tiles lay, which no picture shows</source>
        <translation>타일의 위치에 달려 있으며 이미지에는 나타나지 않습니다</translation>
    </message>
    <message>
        <source>its pictures were not saved</source>
        <translation>이미지가 저장되지 않았습니다</translation>
    </message>
    <message>
        <source>it names no pictures, although the run saved all</source>
        <translation>실행은 모든 이미지를 저장했지만 이 행에는 이미지 이름이 없습니다</translation>
    </message>
    <message>
        <source>its pictures are missing</source>
        <translation>이미지가 없습니다</translation>
    </message>
    <message>
        <source>it did not come back</source>
        <translation>돌아오지 않았습니다</translation>
    </message>
    <message>
        <source>{0} is not installed: install it with {1}</source>
        <translation>{0}이(가) 설치되어 있지 않습니다. {1}(으)로 설치하세요</translation>
    </message>
    <message>
        <source>it cannot be read: {0}</source>
        <translation>읽을 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>its two pictures differ in size</source>
        <translation>두 이미지의 크기가 다릅니다</translation>
    </message>
    <message>
        <source>its picture is not the one that its row was measured on</source>
        <translation>이 행을 측정한 이미지가 아닙니다</translation>
    </message>
    <message>
        <source>it is of the latents, which are in no picture and in no row</source>
        <translation>잠재 표현의 값이며 이미지에도 행에도 없습니다</translation>
    </message>
    <message>
        <source>which file a VAE was, its precision and the machine are in no picture</source>
        <translation>어느 VAE 파일인지, 정밀도와 기계는 어떤 이미지에도 들어 있지 않다</translation>
    </message>
    <message>
        <source>it is a time; the means of the times are among the columns</source>
        <translation>시간입니다. 시간의 평균은 열에 있습니다</translation>
    </message>
    <message>
        <source>its distances are of the features of networks, which are in no picture</source>
        <translation>거리는 네트워크의 특징에 관한 것으로 어떤 이미지에도 들어 있지 않다</translation>
    </message>
    <message>
        <source>they are measured beside the images of the run</source>
        <translation>실행의 이미지와 별도로 측정된다</translation>
    </message>
    <message>
        <source>the run has not ended, so its summary is behind its rows: continue it to its end</source>
        <translation>실행이 끝나지 않아 요약이 행보다 뒤처져 있습니다. 끝까지 계속하세요</translation>
    </message>
    <message>
        <source>it is no whole row</source>
        <translation>온전한 행이 아닙니다</translation>
    </message>
    <message>
        <source>they are no whole rows</source>
        <translation>온전한 행이 아닙니다</translation>
    </message>
    <message>
        <source>Not verified: {0}</source>
        <translation>검증되지 않음: {0}</translation>
    </message>
    <message>
        <source>Not recomputed: {0} and {1} more: {2}</source>
        <translation>다시 계산하지 않음: {0} 외 {1}개: {2}</translation>
    </message>
    <message>
        <source>Verified: {0} of {1} recomputed from their pictures, and every number agrees</source>
        <translation>검증됨: {1} 중 {0}개를 이미지에서 다시 계산했으며 모든 수치가 일치합니다</translation>
    </message>
    <message>
        <source>Not recomputed: {0}: {1}</source>
        <translation>다시 계산하지 않음: {0}: {1}</translation>
    </message>
    <message>
        <source>{0}; {1} failed when they were measured</source>
        <translation>{0}. 측정할 때 {1}개가 실패했습니다</translation>
    </message>
    <message>
        <source>{0}; {1} could not be recomputed</source>
        <translation>{0}. {1}개는 다시 계산할 수 없었습니다</translation>
    </message>
    <message>
        <source>numbers do not agree in {0}</source>
        <translation>{0}의 수치가 일치하지 않습니다</translation>
    </message>
    <message>
        <source>{0} cannot be read as it was measured ({1})</source>
        <translation>{0}을(를) 측정할 때와 같이 읽을 수 없습니다({1})</translation>
    </message>
    <message>
        <source>no row has saved pictures: measure again with Save images set to all</source>
        <translation>이미지가 저장된 행이 없습니다. 이미지 저장을 all로 설정하고 다시 측정하세요</translation>
    </message>
    <message>
        <source>{0} more like it</source>
        <translation>그 밖에 {0}개</translation>
    </message>
    <message>
        <source>“Resume”</source>
        <translation>“계속”</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Loading PyTorch</source>
        <translation>PyTorch 불러오는 중</translation>
    </message>
    <message>
        <source>Test charts</source>
        <translation>테스트 차트</translation>
    </message>
    <message>
        <source>Choosing the batch size</source>
        <translation>배치 크기 고르는 중</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>쓰는 중</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>비교 중</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>목록 만드는 중</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>Looking for copies</source>
        <translation>복사본 찾는 중</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>Loading the metrics</source>
        <translation>지표 불러오는 중</translation>
    </message>
    <message>
        <source>Checking the images that were measured</source>
        <translation>측정한 이미지 확인 중</translation>
    </message>
    <message>
        <source>encode, decode</source>
        <translation>인코딩, 디코딩</translation>
    </message>
</context>
<context>
    <name>terms</name>
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
</context>
</TS>
