const apple = 1;
export default apple;
